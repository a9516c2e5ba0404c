import { describe, expect, test } from 'vitest'
import { type Bot, checksOffer, newBot, type Person, say } from '../bot.ts'

/** Presses what is not, or no longer, a button of the question; returns the press. */
type Wrong = (bot: Bot, person: Person) => string | Promise<string>

const wrong: [string, Wrong][] = [
  [
    'of a question that was answered',
    (_bot, person) => person.presses(person.open()?.id ?? 0, 'offer.country.NL'),
  ],
  [
    'of an older message, for another question',
    async (_bot, person) => {
      const old = person.open()?.id ?? 0
      await person.says('hm')
      return person.presses(old, 'offer.pay.higher')
    },
  ],
  [
    'of another flow',
    (_bot, person) => person.presses(person.open()?.id ?? 0, 'settings.sure.yes'),
  ],
  ['that does not exist', (_bot, person) => person.presses(person.open()?.id ?? 0, 'offer.fee.x')],
  [
    'of help that does not exist',
    (_bot, person) => person.presses(person.open()?.id ?? 0, 'sos.constructor.x'),
  ],
  ['without sense', (_bot, person) => person.presses(person.open()?.id ?? 0, '<b>{{x}}')],
  [
    'below a message of their own',
    async (_bot, person) => {
      return person.presses(await person.says('hm'), 'offer.country.NL')
    },
  ],
  [
    'of somebody else',
    async (bot, person) => {
      const other = await checksOffer(bot, 'debt')
      return person.presses(other.open()?.id ?? 0, 'offer.debt.yes')
    },
  ],
]

describe.each(wrong)('a button %s', (_which, presses) => {
  async function story() {
    const bot = await newBot()
    const person = await checksOffer(bot, 'fee')
    const before = await bot.world.talks.load(person.id)
    const press = await presses(bot, person)
    return { bot, person, press, before }
  }

  test('shows the present question', async () => {
    const { person } = await story()
    expect(person.at()).toBe('offer.fee')
    expect(person.open()?.text).toContain(say('offer:fee.text'))
  })

  test('is answered once, with a word about it', async () => {
    const { bot, person, press } = await story()
    expect(bot.answersTo(press)).toBe(1)
    expect(person.toasts()).toEqual([say('common:old-button')])
  })

  test('says that word over the button alone, not in the chat', async () => {
    const { person } = await story()
    expect(person.open()?.text).not.toContain(say('common:old-button'))
  })

  test('changes no answer', async () => {
    const { bot, person, before } = await story()
    const { state } = (await bot.world.talks.load(person.id)) ?? {}
    expect(state).toEqual(before?.state)
  })
})

test("somebody else's question stays as it is when a stranger presses its button", async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'fee')
  const other = await checksOffer(bot, 'debt')
  const before = other.chat()
  await person.presses(other.open()?.id ?? 0, 'offer.debt.yes')
  expect(other.chat()).toEqual(before)
})

test('a button is answered once, without a word', async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'fee')
  const press = await person.taps('no')
  expect([bot.answersTo(press), person.toasts()]).toEqual([1, []])
})

test('a button tapped twice in a hurry counts once', async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'fee')
  const presses = [person.press('no'), person.press('no')]
  await bot.telegram.settled()
  expect(person.at()).toBe('offer.debt')
  expect(presses.map(bot.answersTo)).toEqual([1, 1])
  expect(person.toasts()).toEqual([say('common:old-button')])
})

test('the way on from the verdict, which sends what is next, is answered once', async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'papers')
  await person.taps('no')
  const press = await person.taps('done')
  expect(bot.answersTo(press)).toBe(1)
})

test('a button that hides the chat is answered once', async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'fee')
  for (const choice of ['sos', 'watched']) await person.taps(choice)
  const press = await person.taps('hide')
  expect(bot.answersTo(press)).toBe(1)
})

test('a button of a message that the person has deleted is answered below, once', async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'fee')
  const { id = 0 } = person.open() ?? {}
  person.phone.delete(id, { forBoth: true })
  const before = person.bubbles().length
  const press = await person.presses(id, 'offer.fee.no')
  expect([person.at(), person.bubbles().length]).toEqual(['offer.debt', before + 1])
  expect(bot.answersTo(press)).toBe(1)
})

test('a press that comes too late for a word still counts', async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'fee')
  bot.telegram.faults.add({
    kind: 'status',
    method: 'answerCallbackQuery',
    status: 400,
    description:
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
  })
  const before = person.bubbles().length
  await person.taps('no')
  expect([person.at(), person.bubbles().length]).toEqual(['offer.debt', before])
})
