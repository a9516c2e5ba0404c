import { expect, test } from 'vitest'
import { type Bot, newBot } from '../bot.ts'
import { message, person as somebody } from './updates.ts'

const cry = 'pomocy, on mnie bije'

/** A message as Telegram might bring it, past the simulator, which lets nobody send such a one. */
async function brought(bot: Bot, more: Record<string, unknown>, by: Record<string, unknown> = {}) {
  const person = await bot.reader()
  const from = { ...somebody, id: person.id, ...by }
  const chat = { id: person.id, type: 'private' }
  const own = { message_id: 5_000_000, date: 1_795_348_800, chat, from, text: undefined }
  await bot.receive({ update_id: 5_000_000, message: message({ ...own, ...more }) })
  return person
}

test.each([
  ['entities', [{ type: 'bold', offset: 0 }]],
  ['entities', null],
  ['caption_entities', null],
  ['caption', null],
  ['edit_date', null],
  ['forward_origin', null],
  ['quote', 7],
  ['reply_to_message', 'x'],
  ['external_reply', []],
  ['reply_markup', { inline_keyboard: 7 }],
  ['media_group_id', 7],
])('a cry is heard beside a broken %s: %j', async (field, broken) => {
  const person = await brought(await newBot(), { text: cry, [field]: broken })
  expect(person.at()).toBe('sos.now')
})

test.each([
  ['via_bot', 7],
  ['forward_origin', 7],
])('a cry beside a broken %s: %j may be somebody else’s', async (field, broken) => {
  const person = await brought(await newBot(), { text: cry, [field]: broken })
  expect(person.at()).toBe('relative.danger')
})

test('a cry is heard from somebody whose language Telegram tells in another form', async () => {
  const person = await brought(await newBot(), { text: cry }, { language_code: null })
  expect(person.at()).toBe('sos.now')
})

test('a cry in a poll is heard though one of its fields is broken', async () => {
  const poll = { question: 'Pomocy, zamknęli nas', description: null, options: [{ text: 'a' }] }
  const person = await brought(await newBot(), { poll })
  expect(person.at()).toBe('relative.danger')
})
