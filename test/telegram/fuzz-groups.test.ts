import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/telegram/parse.ts'
import { newBot } from '../bot.ts'
import { junk, tears, torn } from './torn.ts'
import { group, helper, message } from './updates.ts'

/** The same updates every time. */
const runs = { seed: 20_261_130, numRuns: 2000 }

const us = { id: 1, is_bot: true, first_name: 'x' }
const opening = { message_id: 3, date: 1, chat: group, forum_topic_created: { name: 'x' } }
const said = message({ chat: group, from: helper, message_thread_id: 3, is_topic_message: true })
const { text: _, ...line } = { ...said, reply_to_message: opening }
const linked = [{ type: 'text_link', offset: 0, length: 2, url: 'https://t.me/x' }]
const mentioned = [{ type: 'text_mention', offset: 0, length: 2, user: helper }]
const marks = [{ type: 'bot_command', offset: 0, length: 13 }]
const blocks = [{ type: 'paragraph', text: ['a', { type: 'url', text: 'b', url: 'c' }] }]
const press = { id: '1', from: helper, message: said, chat_instance: '1', data: 'desk.c7f.take' }
const old_chat_member = { status: 'left', user: us }
const change = { chat: group, from: helper, date: 1, old_chat_member }

/** What Telegram would send of a group, as somebody tears at it. */
const updates = fc.constantFrom<object[]>(
  { message: said },
  { message: { ...said, reply_to_message: opening, entities: linked } },
  { message: { ...said, text: '/take@some_bot', entities: marks } },
  { message: { ...line, photo: [], caption: 'Iza', caption_entities: mentioned } },
  { message: { ...line, rich_message: { blocks } } },
  { message: { ...line, poll: { question: 'x', options: [{ text: 'y' }] } } },
  { message: { ...line, forum_topic_closed: {} } },
  { message: { ...line, left_chat_member: helper } },
  { message: { ...line, migrate_to_chat_id: -1009 } },
  { edited_message: { ...said, edit_date: 2 } },
  { callback_query: press },
  { my_chat_member: { ...change, new_chat_member: { status: 'administrator', user: us } } },
)

describe('torn updates of a group', () => {
  test('are all read as something', async () => {
    await fc.assert(
      fc.property(updates, tears, (update, wishes) => {
        const { kind } = parse(torn({ update_id: 1, ...update }, wishes))
        expect(['group', 'person', 'ignored', 'blocked', 'back']).toContain(kind)
      }),
      runs,
    )
  })

  test('with one field beside the message lose no message', async () => {
    const beside = [
      'entities',
      'reply_to_message',
      'message_thread_id',
      'is_topic_message',
      'caption',
    ]
    const field = fc.constantFrom(
      ...beside,
      'left_chat_member',
      'rich_message',
      'poll',
      'sender_chat',
    )
    await fc.assert(
      fc.property(field, junk, (name, instead) => {
        const raw = { update_id: 1, message: { ...said, [name]: instead } }
        expect(parse(raw)).toMatchObject({ kind: 'group', incoming: { event: { kind: 'said' } } })
      }),
      runs,
    )
  })

  test('are kept, and the next word of a person is answered', async () => {
    const bot = await newBot()
    const person = await bot.reader()
    let update = 0
    await fc.assert(
      fc.asyncProperty(updates, tears, async (raw, wishes) => {
        const received = await bot.receive(torn({ update_id: ++update, ...raw }, wishes))
        expect(received).toEqual({ kept: true })
      }),
      { ...runs, numRuns: 250 },
    )
    await person.says('/sos')
    expect(person.at()).toBe('sos.now')
  })
})
