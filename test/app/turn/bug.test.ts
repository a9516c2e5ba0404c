import { describe, expect, test } from 'vitest'
import { newBot, say } from '../../bot.ts'
import { flowOf } from '../../core/small.ts'
import { content } from '../../person.ts'

/** A flow that an author has tied in a knot behind its questions. */
const trip = flowOf('trip', {
  commands: { trip: 'pay', knot: 'one' },
  steps: {
    pay: { kind: 'input', accepts: 'number', next: 'sure' },
    sure: { kind: 'ask', choices: { yes: 'one', no: 'pay' } },
    one: { kind: 'branch', on: 'country', to: {}, else: 'two' },
    two: { kind: 'branch', on: 'country', to: {}, else: 'one' },
  },
})

/** Nobody else may ever read it. */
const secret = '48601602603'

/** Somebody who has typed a number and stands before the knot. */
async function beforeTheKnot() {
  const bot = await newBot({ content: { ...content, flows: { ...content.flows, trip } } })
  const person = await bot.reader()
  for (const line of ['/trip', secret]) await person.says(line)
  expect(person.at()).toBe('trip.sure')
  return { bot, person }
}

describe('a bug in a turn', () => {
  test('tells the person that it is not their fault, with the emergency number', async () => {
    const { person } = await beforeTheKnot()
    await person.taps('yes')
    expect(person.last()).toMatchObject({ text: say('common:sorry'), buttons: [] })
  })

  test('is told once', async () => {
    const { person } = await beforeTheKnot()
    const before = person.bubbles().length
    await person.taps('yes')
    expect(person.bubbles()).toHaveLength(before + 1)
  })

  test('is noted with the place, and without a word of the person', async () => {
    const { bot, person } = await beforeTheKnot()
    await person.taps('yes')
    await person.says(`/knot ${secret}`)
    const bugs = bot.lines.filter((line) => line.includes('"bug"')).map((line) => JSON.parse(line))
    const bug = {
      event: 'bug',
      error: 'Error',
      at: expect.stringMatching(/^src\/core\/engine\/run\.ts:\d+:\d+$/),
    }
    expect(bugs).toEqual([bug, bug])
    expect(bot.lines.join()).not.toContain(secret)
  })

  test('leaves the person where they were', async () => {
    const { bot, person } = await beforeTheKnot()
    const before = await bot.world.talks.load(person.id)
    await person.taps('yes')
    expect(await bot.world.talks.load(person.id)).toEqual(before)
  })

  test('does not keep the next word from being answered', async () => {
    const { person } = await beforeTheKnot()
    await person.taps('yes')
    await person.says('hm')
    expect(person.at()).toBe('trip.sure')
  })

  test('does not keep the button spinning', async () => {
    const { bot, person } = await beforeTheKnot()
    const press = await person.taps('yes')
    expect(bot.answersTo(press)).toBe(1)
  })

  test('does not touch anybody else', async () => {
    const { bot, person } = await beforeTheKnot()
    const other = bot.person()
    person.press('yes')
    await other.says('/sos')
    expect(other.at()).toBe('sos.now')
  })

  test('leaves nothing behind when the chat is hidden', async () => {
    const { person } = await beforeTheKnot()
    await person.says(`/knot ${secret}`)
    await person.says('/hide')
    expect(person.chat().map(({ text }) => text)).toEqual([say('common:hidden')])
  })

  test('goes by even when the person cannot be told', async () => {
    const { bot, person } = await beforeTheKnot()
    bot.telegram.faults.add({ kind: 'status', method: 'sendMessage', status: 502 })
    await person.taps('yes')
    await person.says('hm')
    expect(person.at()).toBe('trip.sure')
  })
})
