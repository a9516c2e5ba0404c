import { describe, expect, test } from 'vitest'
import { say } from '../bot.ts'
import { newTalk } from './talk.ts'

describe('meanwhile in another flow', () => {
  const goesElsewhere = async () => {
    const talk = await newTalk()
    await talk.person.says('/start offer')
    expect(talk.person.at()).toBe('offer.way')
    return talk
  }

  test('words are for the bot', async () => {
    const { writes, atDesk } = await goesElsewhere()
    await writes('co to za pytanie')
    expect(atDesk()).not.toContain('co to za pytanie')
  })

  test('a word of the desk arrives, with a way to the talk', async () => {
    const { answers, onPhone } = await goesElsewhere()
    await answers('Proszę nie podpisywać.')
    expect(onPhone().slice(-2)).toEqual(['Proszę nie podpisywać.', say('consultant:talk.wrote')])
  })

  test('the button leads back, and words go to the desk again', async () => {
    const { answers, person, writes, atDesk } = await goesElsewhere()
    await answers('Proszę nie podpisywać.')
    await person.taps('here')
    await writes('nie podpiszę')
    expect([person.at(), atDesk().includes('nie podpiszę')]).toEqual(['consultant.talk', true])
  })

  test('/talk leads back to the same case', async () => {
    const { person, desk, thread, writes, atDesk } = await goesElsewhere()
    await person.says('/talk')
    await writes('jestem')
    expect([person.at(), desk.topic(), atDesk().includes('jestem')]).toEqual([
      'consultant.talk',
      thread,
      true,
    ])
  })

  test('the end by the desk is told, and the question stays', async () => {
    const { desk, thread, onPhone, writes, atDesk, person } = await goesElsewhere()
    await desk.presses(desk.second, 'close', thread)
    expect(onPhone().at(-1)).toBe(say('consultant:talk.over'))
    await writes('już po wszystkim')
    expect(atDesk()).not.toContain('już po wszystkim')
    await person.says('/start offer')
    expect(person.at()).toBe('offer.way')
  })

  test('and from there the way leads to whether it helped', async () => {
    const { desk, thread, person } = await goesElsewhere()
    await desk.presses(desk.second, 'close', thread)
    await person.taps('here')
    expect(person.at()).toBe('consultant.helped')
  })
})

test('/talk in the talk changes nothing', async () => {
  const { person, desk, thread, writes, atDesk } = await newTalk()
  await person.says('/talk')
  await writes('jestem')
  expect([desk.topic(), atDesk().includes('jestem')]).toEqual([thread, true])
})
