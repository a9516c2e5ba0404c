import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bot, checksOffer, newBot } from '../bot.ts'
import { junk, tears, torn } from './torn.ts'

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
