import { describe, expect, test } from 'vitest'
import { type Bot, checksOffer, newBot, type Person } from '../bot.ts'
import { flowOf } from '../core/small.ts'
import { content } from '../person.ts'

/** Stands in every hostile text; it must never come back. */
const canary = 'Qvzx7391'

const texts: [string, string][] = [
  ['marks that turn the line around', `\u202E${canary}\u202C \u2066${canary}\u2069 \u061C`],
  ['a tower of accents', `${canary}${'\u0301\u0489\u0336'.repeat(300)}`],
  ['4,096 characters', canary.repeat(512)],
  ['10,000 characters', canary.repeat(1250)],
  [
    'HTML',
    `<b><a href="tg://user?id=1">${canary}</a></b><script>${canary}</script>&lt;&#${canary};`,
  ],
  ['a broken tag', `<b ${canary}`],
  ['Markdown', `*${canary}* [${canary}](https://example.org) \`${canary}\``],
  ['a family of emoji', `👩‍👩‍👧‍👦🏳️‍🌈${canary}👩🏽‍🚒`],
  ['a zero byte', `${canary}\0${canary}\u0007\u001b[31m`],
  ['halves of characters', `\uD800${canary}\uDC00\uDBFF`],
  ["i18next's nesting", `$t(common:sorry) ${canary} $t(${canary})`],
  ["i18next's holes", `{{emergency}} {{${canary}}} {{- ${canary}}}`],
  ['a prototype', `__proto__ ${canary} constructor`],
  ['a query', `'; DROP TABLE talks; -- ${canary}`],
  ['what looks like a button', `start.kept.next ${canary}`],
  ['what looks like a command in it', `${canary} /hide /forget`],
  ['blank characters', `\u2800\u3164\u200b\u00ad${canary}\u200f`],
  ['a number', `1${'0'.repeat(400)} ${canary}`],
]

/** A flow for the one kind of step that the repository's own flows do not use yet. */
const trip = flowOf('trip', {
  commands: { trip: 'pay' },
  steps: { pay: { kind: 'input', accepts: 'amount', next: 'end' }, end: { kind: 'say' } },
})

/** How one comes to a step of each kind that shows something. */
const kinds: [string, string, (bot: Bot) => Promise<Person>][] = [
  [
    'language',
    'start.language',
    async (bot) => {
      const person = bot.person()
      await person.says('/start')
      return person
    },
  ],
  [
    'say',
    'sos.quiet',
    async (bot) => {
      const person = await bot.reader()
      for (const choice of ['sos', 'quiet']) await person.taps(choice)
      return person
    },
  ],
  ['country', 'offer.country', (bot) => checksOffer(bot, 'country')],
  ['ask', 'offer.fee', (bot) => checksOffer(bot, 'fee')],
  [
    'report',
    'offer.verdict',
    async (bot) => {
      const person = await checksOffer(bot, 'papers')
      await person.taps('scan')
      return person
    },
  ],
  [
    'contacts',
    'contacts.list',
    async (bot) => {
      const person = await checksOffer(bot, 'fee')
      for (const choice of ['menu', 'people', 'contacts']) await person.taps(choice)
      return person
    },
  ],
  [
    'age',
    'contract.age',
    async (bot) => {
      const person = await bot.reader()
      await person.says('/start contract')
      return person
    },
  ],
  [
    'input',
    'trip.pay',
    async (bot) => {
      const person = await bot.reader()
      await person.says('/trip')
      return person
    },
  ],
]

function newTripBot() {
  return newBot({ content: { ...content, flows: { ...content.flows, trip } } })
}

let update = 0

/** Types something past the phone, which would clean it first; what the bot asked of Telegram about it. */
async function types(bot: Bot, { id }: Person, text: string, command = 0) {
  const since = bot.telegram.calls.length
  const entities = command ? [{ type: 'bot_command', offset: 0, length: command }] : undefined
  const message = {
    message_id: 9_000_000 + ++update,
    date: Math.floor(bot.world.now().getTime() / 1000),
    chat: { id, type: 'private', first_name: 'x' },
    from: { id, is_bot: false, first_name: 'x', language_code: 'pl' },
    text,
    ...(entities && { entities }),
  }
  const delivered = await bot.receive({ update_id: update, message })
  const calls = bot.telegram.calls.slice(since).filter(({ method }) => method !== 'getUpdates')
  return {
    delivered,
    asked: calls.map(({ method, ok }) => ({ method, ok })),
    isEchoed: JSON.stringify(calls).includes(canary),
  }
}

const sent = { method: 'sendMessage', ok: true }
const answered = { delivered: { kept: true }, asked: [sent], isEchoed: false }

describe.each(kinds)('at a step of the kind %s', (_kind, place, comes) => {
  test('every hostile text is answered once, with the same step and nothing of the text', async () => {
    const bot = await newTripBot()
    const person = await comes(bot)
    for (const [what, text] of texts) {
      expect(await types(bot, person, text), what).toEqual(answered)
      expect(person.at(), what).toBe(place)
    }
    expect(bot.lines.join()).not.toContain(canary)
  })
})

describe('as the payload of a link', () => {
  const forms: [string, (text: string) => string][] = [
    ['alone', (text) => `/start ${text}`],
    ['behind a flow', (text) => `/start offer-${text}`],
    ['right behind the command', (text) => `/start\n${text}`],
  ]

  test.each(forms)(
    '%s every hostile text is answered once, and nothing of it is kept',
    async (_how, write) => {
      const bot = await newTripBot()
      const person = await bot.reader()
      for (const [what, text] of texts)
        expect(await types(bot, person, write(text), 6), what).toEqual(answered)
      const counted = Object.keys(await bot.counts())
      expect(counted.filter((name) => name !== 'source#offer#other')).toEqual([])
      expect(JSON.stringify(await bot.world.talks.load(person.id))).not.toContain(canary)
    },
  )

  test('every hostile text as a command is answered once', async () => {
    const bot = await newTripBot()
    const person = await checksOffer(bot, 'fee')
    for (const [what, text] of texts)
      expect(await types(bot, person, `/${text}`, 1 + text.length), what).toEqual(answered)
    expect(person.at()).toBe('offer.fee')
  })
})

test('what a phone lets through is answered once', async () => {
  const bot = await newTripBot()
  const person = await checksOffer(bot, 'fee')
  const typed = texts.filter(([, text]) => text.length <= 4096)
  for (const [what, text] of typed) {
    const before = person.bubbles().length
    await person.says(text)
    expect([person.at(), person.bubbles().length], what).toEqual(['offer.fee', before + 1])
  }
  expect(JSON.stringify(person.bubbles())).not.toContain(canary)
})
