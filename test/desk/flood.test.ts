import { describe, expect, test } from 'vitest'
import { mostAMinute } from '../../src/core/desk/pace.ts'
import { say } from '../bot.ts'
import { newTalk } from './talk.ts'

const tooMany = () => say('consultant:talk.too-many')

/** Somebody who writes more at once than a desk can read. */
async function newFlood(more = 5) {
  const talk = await newTalk()
  talk.bot.telegram.clock.forward(60)
  const words = Array.from({ length: mostAMinute + more }, (_, at) => `zdanie ${at + 1}`)
  for (const one of words) talk.person.phone.send(one)
  await talk.settled()
  const arrived = () => talk.atDesk().filter((text) => text.startsWith('zdanie'))
  const reactions = () =>
    talk.person.chat().flatMap(({ text, reactions = [] }) => {
      return text.startsWith('zdanie') ? [reactions.join()] : []
    })
  return { ...talk, words, arrived, reactions }
}

describe('who writes more in a minute than a desk can read', () => {
  test('is read as far as that goes, in order', async () => {
    const { words, arrived } = await newFlood()
    expect(arrived()).toEqual(words.slice(0, mostAMinute))
  })

  test('hears it once, kindly', async () => {
    const { onPhone } = await newFlood()
    expect(onPhone().filter((text) => text === tooMany())).toHaveLength(1)
  })

  test('sees at each message whether it has gone over', async () => {
    const { words, reactions } = await newFlood()
    expect(reactions()).toEqual(words.map((_, at) => (at < mostAMinute ? '👌' : '👎')))
  })

  test('is heard all the same where they cry for help', async () => {
    const { writes, atDesk, person } = await newFlood()
    await writes('pomocy, on mnie bije')
    expect(atDesk()).toContain('pomocy, on mnie bije')
    expect(person.at()).toMatch(/^sos/)
  })

  test('goes over where it is changed later', async () => {
    const { bot, person, settled, arrived } = await newFlood()
    const last = person.chat().findLast(({ text }) => text.startsWith('zdanie'))
    bot.telegram.clock.forward(60)
    await person.edits(last?.id ?? 0, 'zdanie zmienione')
    await settled()
    expect(arrived().at(-1)).toBe('zdanie zmienione')
  })

  test('goes on in the next minute', async () => {
    const { bot, writes, arrived } = await newFlood()
    bot.telegram.clock.forward(60)
    await writes('zdanie ostatnie')
    expect(arrived().at(-1)).toBe('zdanie ostatnie')
  })

  test('holds up nobody else at the desk', async () => {
    const { desk, seeker, settled } = await newFlood(100)
    const other = await seeker()
    await other.taps('send')
    await settled()
    await other.says('jestem druga')
    await settled()
    expect(desk.fromBot(desk.topic())).toContain('jestem druga')
  })
})

test('as much as a desk can read goes over without a word', async () => {
  const { words, arrived, onPhone } = await newFlood(0)
  expect([arrived(), onPhone().includes(tooMany())]).toEqual([words, false])
})
