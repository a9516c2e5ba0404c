import { describe, expect, test } from 'vitest'
import { say } from '../bot.ts'
import { newTalk } from './talk.ts'

/** Somebody whom the desk has asked whether it helped, and who has answered. */
async function newAnswered(wish: Parameters<typeof newTalk>[0] = {}) {
  const talk = await newTalk(wish)
  const { desk, thread, person, settled, bot } = talk
  await desk.presses(desk.second, 'close', thread)
  const open = person.choices().includes('partly') ? ['partly'] : ['show', 'partly']
  for (const choice of open) await person.taps(choice)
  await settled()
  const signOf = (text: string) =>
    person.chat().find((one) => one.from === 'person' && one.text === text)?.reactions
  const kept = async () => JSON.stringify(await bot.world.talks.load(person.id))
  return { ...talk, signOf, kept }
}

describe('who has answered whether it helped', () => {
  test('may write a few words, which the desk reads in the topic', async () => {
    const { writes, atDesk, person, signOf, desk, thread } = await newAnswered()
    await writes('zabrakło numeru telefonu')
    expect([atDesk().at(-1), person.at(), signOf('zabrakło numeru telefonu')]).toEqual([
      'zabrakło numeru telefonu',
      'consultant.over',
      ['👌'],
    ])
    expect(desk.group.topics().find(({ id }) => id === thread)?.state).toBe('closed')
  })

  test.each([
    ['in a usual talk', {}],
    ['where words show on a press', { showing: 'waits' } as const],
    ['who is under 18', { terms: { minors: true } }],
  ])('may do so %s', async (_name, wish) => {
    const { writes, atDesk, person } = await newAnswered(wish)
    await writes('dziękuję')
    expect([atDesk().at(-1), person.at()]).toEqual(['dziękuję', 'consultant.over'])
  })

  test('may send a picture, which nobody else reads', async () => {
    const { person, settled, atDesk, bot } = await newAnswered()
    await person.sendsPicture('tak było')
    await settled()
    expect([atDesk().at(-1), person.at(), bot.asked('getFile')]).toEqual([
      'tak było',
      'consultant.over',
      [],
    ])
  })

  test('may pass it by', async () => {
    const { person, settled, atDesk } = await newAnswered()
    const before = atDesk()
    await person.taps('skip')
    await settled()
    expect([atDesk(), person.at()]).toEqual([before, 'consultant.over'])
  })

  test('is heard once: what they write later is for the bot', async () => {
    const { writes, atDesk, person } = await newAnswered()
    await writes('pierwsze')
    await writes('drugie')
    expect([atDesk().includes('pierwsze'), atDesk().includes('drugie')]).toEqual([true, false])
    expect(person.at()).toBe('consultant.over')
  })

  test('who changes it afterwards sends nothing more', async () => {
    const { writes, atDesk, person, settled } = await newAnswered()
    await writes('pierwsze')
    const mine = person.chat().find(({ text }) => text === 'pierwsze')
    await person.edits(mine?.id ?? 0, 'zmienione')
    await settled()
    expect(atDesk().filter((text) => ['pierwsze', 'zmienione'].includes(text))).toEqual([
      'pierwsze',
    ])
  })

  test('sees help where they cry for it', async () => {
    const { writes, person } = await newAnswered()
    await writes('pomocy, on mnie bije')
    expect(person.at()?.split('.')[0]).toBe('sos')
  })

  test('finds their words gone after /hide, and in no table', async () => {
    const { writes, person, settled, kept } = await newAnswered()
    await writes('tajne słowa')
    await person.says('/hide')
    await settled()
    const texts = person.chat().map(({ text }) => text)
    expect([texts.includes('tajne słowa'), (await kept()).includes('tajne')]).toEqual([
      false,
      false,
    ])
  })

  test('hears where nobody reads it any more', async () => {
    const { writes, desk, thread, onPhone, signOf } = await newAnswered()
    desk.group.deleteTopic(thread)
    await writes('za późno')
    expect([onPhone().includes(say('consultant:talk.unpassed')), signOf('za późno')]).toEqual([
      true,
      ['👎'],
    ])
    expect(desk.group.topics().filter(({ state }) => state !== 'deleted')).toEqual([])
  })

  test('is heard once, where everything comes twice', async () => {
    const { bot, writes, atDesk, jobs, settled } = await newAnswered()
    bot.telegram.faults.add({ kind: 'redeliver', times: 1000 })
    await writes('raz')
    for (const job of [...jobs.done]) await jobs.again(job)
    await settled()
    expect(atDesk().filter((text) => text === 'raz')).toHaveLength(1)
  })
})
