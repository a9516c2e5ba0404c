import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bot, checksOffer, newBot } from '../bot.ts'

/** The same updates every time. */
const seed = 20_261_122
const runs = { seed, numRuns: 250 }

/** Where somebody has their chat; the updates are about them, or about nobody. */
interface Target {
  chat: number
  message: number
}

function messageOf({ chat, message: message_id }: Target) {
  const from = { id: chat, is_bot: false, first_name: 'x', language_code: 'pl' }
  const room = { id: chat, type: 'private', first_name: 'x' }
  return { message_id, date: 1_795_348_800, chat: room, from, text: 'hm' }
}

function pressOf(target: Target) {
  const message = messageOf(target)
  return { id: '1', from: message.from, message, chat_instance: '1', data: 'offer.fee.yes' }
}

/** What Telegram would send, as somebody tears at it. */
function updates(target: Target) {
  const message = messageOf(target)
  const entities = [{ type: 'bot_command', offset: 0, length: 6 }]
  const member = { user: { id: 1, is_bot: true, first_name: 'x' }, status: 'kicked' }
  const change = { date: 1, old_chat_member: member, new_chat_member: member }
  const { text: _, ...bare } = message
  const origin = { type: 'hidden_user', date: 1, sender_user_name: 'x' }
  const quote = { text: 'NIP 7740001454', position: 0 }
  const blocks = [{ type: 'list', items: [{ blocks: [{ type: 'paragraph', text: ['a', {}] }] }] }]
  return fc.constantFrom<object[]>(
    { message },
    { edited_message: { ...message, edit_date: 1_795_348_900 } },
    { message: { ...message, external_reply: { origin }, quote } },
    { message: { ...bare, rich_message: { blocks } } },
    { message: { ...bare, venue: { title: 'x', address: 'y', location: {} } } },
    { inline_query: { id: '1', from: message.from, query: 'hm', offset: '' } },
    { message: { ...message, text: '/start offer-x', entities } },
    { callback_query: pressOf(target) },
    { my_chat_member: { chat: message.chat, from: message.from, ...change } },
  )
}

/** Anything that JSON can hold, and what is hard on programs. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, '', [], {}, 0, -1, 0.5, 1e308, -1e308, 2 ** 53, 2 ** 63, -(2 ** 31)),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('__proto__', 'constructor', 'private', 'group', 'channel', '<b>', '\0', '{{x}}'),
  fc.constant(JSON.parse('{"__proto__":{"id":1,"type":"private"},"constructor":1}')),
  fc.constant(JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`)),
)

type Tear = { at: number; instead: unknown } | { at: number; drop: true }

const tears: fc.Arbitrary<Tear[]> = fc.array(
  fc.oneof(
    fc.record({ at: fc.nat(30), instead: junk }),
    fc.record({ at: fc.nat(30), drop: fc.constant<true>(true) }),
  ),
  { minLength: 1, maxLength: 3 },
)

/** Replaces or drops the so-manyth field of an update, wherever it stands. */
function torn(update: object, wishes: Tear[]): object {
  const copy = structuredClone(update)
  for (const wish of wishes) {
    const places = fieldsOf(copy)
    const place = places[wish.at % Math.max(places.length, 1)]
    if (!place) continue
    if ('drop' in wish) Reflect.deleteProperty(place.holder, place.key)
    else Reflect.set(place.holder, place.key, wish.instead)
  }
  return copy
}

function fieldsOf(holder: object, depth = 0): { holder: object; key: string }[] {
  if (depth > 5) return []
  return Object.entries(holder).flatMap(([key, value]: [string, unknown]) => [
    { holder, key },
    ...(typeof value === 'object' && value !== null ? fieldsOf(value, depth + 1) : []),
  ])
}

/** A bot, somebody in the middle of a check, and a fresh number for each update. */
async function scene() {
  const bot = await newBot()
  const person = await checksOffer(bot, 'fee')
  let update = 0
  const receive = (raw: object) => bot.receive({ update_id: ++update, ...raw })
  const isAnswered = async () => {
    const before = person.chat().length
    await person.says('hm')
    return person.chat().length === before + 2 && person.at() !== undefined
  }
  const target = { chat: person.id, message: person.open()?.id ?? 0 }
  return { bot, person, receive, isAnswered, target }
}

/** A throw that the bot has apologised for is a bug all the same. */
function bugs({ lines }: Bot) {
  return lines.filter((line) => line.includes('"bug"'))
}

test('torn updates of a person are kept, and the next word is answered', async () => {
  const { bot, receive, isAnswered, target } = await scene()
  await fc.assert(
    fc.asyncProperty(updates(target), tears, async (update, wishes) => {
      expect(await receive(torn(update, wishes))).toEqual({ kept: true })
      expect(await isAnswered()).toBe(true)
    }),
    runs,
  )
  expect(bugs(bot)).toEqual([])
})

test('torn numbers of updates are kept, and the next word is answered', async () => {
  const { bot, isAnswered, target } = await scene()
  await fc.assert(
    fc.asyncProperty(updates(target), junk, async (update, number) => {
      expect(await bot.receive({ update_id: number, ...update })).toEqual({ kept: true })
      expect(await isAnswered()).toBe(true)
    }),
    { ...runs, numRuns: 50 },
  )
  expect(bugs(bot)).toEqual([])
})

test('whatever else comes is kept, and the next word is answered', async () => {
  const { bot, isAnswered } = await scene()
  await fc.assert(
    fc.asyncProperty(junk, async (raw) => {
      expect(await bot.receive(raw)).toEqual({ kept: true })
    }),
    runs,
  )
  expect(await isAnswered()).toBe(true)
})

test('forged buttons are answered with a screen, and the next word too', async () => {
  const { bot, person, receive, isAnswered, target } = await scene()
  const part = fc.oneof(
    fc.constantFrom('offer', 'fee', 'yes', 'DE', 'XX', 'menu', 'sos', 'back', 'page-0', 'record-0'),
    fc.constantFrom('__proto__', 'constructor', 'page--1', 'page-1e9', 'record-NaN', '-', ''),
    fc.string({ maxLength: 20 }),
  )
  const data = fc.oneof(
    part.map((choice) => () => `${person.at()}.${choice}`),
    fc.tuple(part, part, part).map((parts) => () => parts.join('.')),
    fc.string({ unit: 'binary', maxLength: 64 }).map((text) => () => text),
  )
  await fc.assert(
    fc.asyncProperty(data, async (forge) => {
      const { id, from, message } = pressOf(target)
      const press = { id, from, message, data: forge() }
      expect(await receive({ callback_query: press })).toEqual({ kept: true })
      expect(await isAnswered()).toBe(true)
    }),
    runs,
  )
  expect(bugs(bot)).toEqual([])
})
