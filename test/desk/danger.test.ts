import { describe, expect, test } from 'vitest'
import { say } from '../bot.ts'
import { heard } from './heard.ts'
import { newTalk } from './talk.ts'

const cry = 'pomocy, on mnie bije'

describe('a cry in the talk', () => {
  const cries = async () => {
    const talk = await newTalk()
    await talk.writes(cry)
    return talk
  }

  test('reaches the desk, and help opens', async () => {
    const { atDesk, person } = await cries()
    expect([atDesk().includes(cry), person.at()?.split('.')[0]]).toEqual([true, 'sos'])
  })

  test('makes the case urgent: on its card, in the name of its topic, and by a line', async () => {
    const { desk, thread, atDesk } = await cries()
    expect(desk.group.topics().find(({ id }) => id === thread)?.name).toContain(
      say('desk:state.taken-urgent'),
    )
    expect(atDesk().some((text) => text.includes(say('desk:card.urgent.cry')))).toBe(true)
    expect(heard(atDesk(), ['desk:line.cried'])).toHaveLength(1)
  })

  test('calls by name whoever has the case', async () => {
    const { bot } = await cries()
    const line = bot.asked('sendMessage').findLast(({ payload }) => /tg:/.test(`${payload.text}`))
    expect(`${line?.payload.text}`.match(/tg:\/\/user/g)).toHaveLength(1)
  })

  test('that comes twice is said to the desk once', async () => {
    const { writes, atDesk } = await cries()
    await writes('ratunku, zamknął mnie')
    expect(heard(atDesk(), ['desk:line.cried'])).toHaveLength(1)
  })

  test('that comes again and again leaves the way to the desk open', async () => {
    const { writes, atDesk, person } = await cries()
    for (const text of ['pomocy, on ma nóż', '/sos', 'jestem w kuchni', 'pomocy, zamknął mnie'])
      await writes(text)
    for (const text of ['pomocy, on ma nóż', 'jestem w kuchni', 'pomocy, zamknął mnie'])
      expect(atDesk()).toContain(text)
    await person.taps('back')
    expect(person.at()).toBe('consultant.talk')
  })

  test('is followed by words that still reach the desk', async () => {
    const { writes, atDesk, person } = await cries()
    await writes('jestem w kuchni')
    expect([atDesk().includes('jestem w kuchni'), person.at()?.split('.')[0]]).toEqual([
      true,
      'sos',
    ])
  })

  test.each(['back', 'go-on'])('%s leads back to the talk', async (choice) => {
    const { person, writes, atDesk } = await cries()
    await person.taps(choice)
    await writes('już dobrze')
    expect([person.at(), atDesk().includes('już dobrze')]).toEqual(['consultant.talk', true])
  })

  test('leads to numbers, and from there back to the talk', async () => {
    const { person } = await cries()
    await person.taps('people')
    for (let steps = 0; steps < 5 && person.at() !== 'consultant.talk'; steps++)
      await person.taps('back')
    expect(person.at()).toBe('consultant.talk')
  })

  test('that somebody changes into one reaches the desk too', async () => {
    const { writes, person, settled, caseOf } = await newTalk()
    await writes('wszystko dobrze')
    await writes('naprawdę')
    const mine = person.chat().find(({ text }) => text === 'wszystko dobrze')
    await person.edits(mine?.id ?? 0, cry)
    await settled()
    expect([person.at()?.split('.')[0], (await caseOf())?.urgent]).toEqual(['sos', 'cry'])
  })
})

test('a cry of the person on a screen of help makes the case urgent too', async () => {
  const { person, writes, caseOf, atDesk } = await newTalk()
  await person.taps('sos')
  await writes(cry)
  expect([(await caseOf())?.urgent, atDesk().includes(cry)]).toEqual(['cry', true])
})

test('a long telling is only passed on', async () => {
  const { writes, atDesk, person, caseOf } = await newTalk()
  const story =
    'Chcę opowiedzieć wszystko od początku. Pojechałam do pracy w maju, szef zabrał mi paszport i ' +
    'bił jedną z dziewczyn, a potem nie płacił nam przez trzy miesiące. Teraz jestem znowu w domu i ' +
    'chciałabym wiedzieć, czy mogę odzyskać te pieniądze i czy ktoś może pomóc mi napisać pismo.'
  await writes(story)
  expect([atDesk().includes(story), person.at(), (await caseOf())?.urgent]).toEqual([
    true,
    'consultant.talk',
    undefined,
  ])
})

test('a cry in words that are passed on is of nobody here', async () => {
  const { person, settled, caseOf, atDesk } = await newTalk()
  await person.sends({ text: cry }, { forwarded: true })
  await settled()
  expect([atDesk().includes(cry), person.at(), (await caseOf())?.urgent]).toEqual([
    true,
    'consultant.talk',
    undefined,
  ])
})
