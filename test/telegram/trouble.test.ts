import { describe, expect, test } from 'vitest'
import type { Fault } from '../../src/simulator/faults.ts'
import { type Bot, checksOffer, newBot, type Person } from '../bot.ts'

/** Nothing of these is done by Telegram, so the answer must come once. */
const before: [string, Omit<Fault, 'method'>][] = [
  ['asks to wait', { kind: 'status', status: 429, retry_after: 1 }],
  ['asks to wait twice', { kind: 'status', status: 429, retry_after: 0, times: 2 }],
  ['is a bad gateway', { kind: 'status', status: 502 }],
  ['breaks inside', { kind: 'status', status: 500 }],
  ['cuts the line before it did anything', { kind: 'reset-before' }],
]

/** How often the person's screen came to be this place. */
function times({ telegram }: Bot, place: string) {
  const shown = telegram.calls.filter(
    ({ ok, payload }) => ok && JSON.stringify(payload.reply_markup ?? '').includes(`"${place}.`),
  )
  return shown.length
}

describe.each(before)('when Telegram %s', (_what, fault) => {
  test('a typed answer is answered once', async () => {
    const bot = await newBot()
    const person = await checksOffer(bot, 'country')
    const shown = person.bubbles().length
    bot.telegram.faults.add({ ...fault, method: 'sendMessage' })
    await person.says('Niemcy')
    expect([person.at(), person.bubbles().length]).toEqual(['offer.found-through', shown + 1])
  })

  test('a press changes the screen once, and is answered', async () => {
    const bot = await newBot()
    const person = await checksOffer(bot, 'fee')
    bot.telegram.faults.add({ ...fault, method: 'editMessageText' })
    const press = await person.taps('no')
    expect([person.at(), times(bot, 'offer.debt')]).toEqual(['offer.debt', 1])
    expect(bot.answersTo(press)).toBe(1)
  })

  test.each(['sendMessage', 'editMessageText'])(
    'a verdict that is left behind and what comes next are there once (%s)',
    async (method) => {
      const bot = await newBot()
      const person = await checksOffer(bot, 'papers')
      await person.taps('scan')
      const { id, text } = person.open() ?? {}
      const shown = person.bubbles().length
      bot.telegram.faults.add({ ...fault, method })
      await person.taps('done')
      expect([person.at(), person.bubbles().length]).toEqual(['offer.more', shown + 1])
      expect(person.bubbles().at(-2)).toMatchObject({ id, text, buttons: [] })
    },
  )

  test('a press that cannot be answered at first is answered afterwards', async () => {
    const bot = await newBot()
    const person = await checksOffer(bot, 'fee')
    bot.telegram.faults.add({ ...fault, method: 'answerCallbackQuery' })
    const press = await person.taps('no')
    expect([person.at(), bot.answersTo(press)]).toEqual(['offer.debt', 1])
  })

  test('a letter and what follows it come once', async () => {
    const bot = await newBot()
    const person = await bot.reader()
    await person.says('/start contract')
    for (const choice of ['adult', 'none']) await person.taps(choice)
    const shown = person.bubbles().length
    bot.telegram.faults.add({ kind: 'slow', method: 'sendMessage', delayMs: 0 })
    bot.telegram.faults.add({ ...fault, method: 'sendMessage' })
    await person.taps('next')
    expect([person.at(), person.bubbles().length]).toEqual(['contract.sent', shown + 2])
  })
})

describe.each(before)('while Telegram %s again and again for one person', (_what, fault) => {
  test('somebody else is answered, and the first one at last', async () => {
    const bot = await newBot()
    const person = await checksOffer(bot, 'country')
    const other = bot.person()
    bot.telegram.faults.add({ ...fault, method: 'sendMessage', chat: person.id, times: 1_000_000 })
    person.phone.send('Niemcy')
    other.phone.send('/sos')
    await bot.until(() => other.at() === 'sos.now')
    expect(person.at()).toBe('offer.country')
    bot.telegram.faults.clear()
    await bot.telegram.settled()
    expect(person.at()).toBe('offer.found-through')
  })
})

describe('when Telegram takes nothing at all for a while', () => {
  const methods = ['sendMessage', 'editMessageText', 'deleteMessages', 'answerCallbackQuery']

  async function outage() {
    const bot = await newBot()
    const person = await checksOffer(bot, 'fee')
    for (const method of methods)
      bot.telegram.faults.add({ kind: 'status', method, status: 502, times: 6 })
    return { bot, person }
  }

  test.each(['/hide', '/stop', '/forget', '/privacy', 'hm'])(
    '%s is answered when it is back, once',
    async (line) => {
      const { person } = await outage()
      const before = person.bubbles().length
      await person.says(line)
      const more = line === '/hide' ? person.bubbles().length : person.bubbles().length - before
      expect([more, person.toasts()]).toEqual([1, []])
    },
  )
})

test('a verdict is never overwritten by what follows it', async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'papers')
  await person.taps('scan')
  const { id, text } = person.open() ?? {}
  bot.telegram.faults.add({ kind: 'status', method: 'sendMessage', status: 429, retry_after: 30 })
  await person.taps('done')
  expect(person.at()).toBe('offer.more')
  expect(person.bubbles().find((one) => one.id === id)).toMatchObject({ text, buttons: [] })
})

/** Whether it was done nobody can know, so a message is sent again rather than lost. */
describe('when Telegram does it and then cuts the line', () => {
  async function cut(method: string, question: 'country' | 'fee' | 'papers') {
    const bot = await newBot()
    const person = await checksOffer(bot, question)
    const shown = person.bubbles().length
    bot.telegram.faults.add({ kind: 'reset-after', method })
    const added = () =>
      person
        .bubbles()
        .slice(shown)
        .map(({ text }) => text)
    return { bot, person, added }
  }

  test('a typed answer is answered twice', async () => {
    const { person, added } = await cut('sendMessage', 'country')
    await person.says('Niemcy')
    const question = person.open()?.text
    expect([person.at(), added()]).toEqual(['offer.found-through', [question, question]])
  })

  test('what comes after the verdict comes twice, and the verdict stays once', async () => {
    const { bot, person, added } = await cut('editMessageText', 'papers')
    await person.taps('scan')
    const verdict = person.open()
    bot.telegram.faults.add({ kind: 'reset-after', method: 'sendMessage' })
    await person.taps('done')
    const next = person.open()?.text
    expect([person.at(), added()]).toEqual(['offer.more', [next, next]])
    expect(person.bubbles().filter(({ text }) => text === verdict?.text)).toHaveLength(1)
  })

  test('a press sends nothing new', async () => {
    const { person, added } = await cut('editMessageText', 'fee')
    await person.taps('no')
    expect([person.at(), added()]).toEqual(['offer.debt', []])
  })

  test('an answer to a press is enough', async () => {
    const { bot, person } = await cut('answerCallbackQuery', 'fee')
    const press = await person.taps('no')
    expect([person.at(), bot.answersTo(press)]).toEqual(['offer.debt', 1])
  })
})

describe.each(['redeliver', 'duplicate-update'] as const)(
  'an update that comes twice (%s)',
  (kind) => {
    /** Does it once as usual and once with every update doubled; what came of it. */
    async function twice(act: (person: Person) => Promise<unknown>) {
      const outcomes = []
      for (const isDoubled of [false, true]) {
        const bot = await newBot()
        const person = await checksOffer(bot, 'papers')
        if (isDoubled) bot.telegram.faults.add({ kind, times: 5 })
        await act(person)
        const { state } = (await bot.world.talks.load(person.id)) ?? {}
        const chat = person.chat().map(({ text, buttons }) => ({ text, buttons }))
        outcomes.push({ state, chat, toasts: person.toasts() })
      }
      return outcomes
    }

    test.each<[string, (person: Person) => Promise<unknown>]>([
      ['a word', (person) => person.says('hm')],
      ['a command', (person) => person.says('/menu')],
      ['a press', (person) => person.taps('back')],
      ['the press that brings the verdict', (person) => person.taps('scan')],
      [
        'the press that leaves it behind',
        (person) => person.taps('scan').then(() => person.taps('done')),
      ],
      ['the press that brings help', (person) => person.taps('original')],
      ['the command to hide', (person) => person.says('/hide')],
    ])('is taken once: %s', async (_what, act) => {
      const [once, doubled] = await twice(act)
      expect(doubled).toEqual(once)
    })
  },
)
