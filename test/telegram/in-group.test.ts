import { describe, expect, test } from 'vitest'
import { parse } from '../../src/telegram/parse.ts'
import { fromGroup, fromMember, fromPress, group, helper, message } from './updates.ts'

const us = { id: 1, is_bot: true, first_name: 'Bot' }
const anonymous = { id: 1_087_968_824, is_bot: true, first_name: 'Group' }
const opening = { message_id: 3, date: 1, chat: group, forum_topic_created: { name: 'x' } }
const inTopic = { message_thread_id: 3, is_topic_message: true, reply_to_message: opening }

describe('a message in a group', () => {
  test('has who, where, when and what', () => {
    expect(fromGroup(inTopic)).toEqual({
      kind: 'group',
      incoming: {
        update: 1,
        group: -1005,
        thread: 3,
        message: 5,
        sentAt: 1000,
        from: { id: 8, name: 'Iza', language: 'pl' },
        event: { kind: 'said' },
      },
    })
  })

  test('of a group without topics too', () => {
    const chat = { id: -5, type: 'group' }
    expect(fromGroup({ chat })).toMatchObject({ kind: 'group', incoming: { group: -5 } })
  })

  test('in a mere chain of replies is in no topic', () => {
    const more = { message_thread_id: 3, reply_to_message: message({ message_id: 3 }) }
    expect(incoming(more)).not.toHaveProperty('thread')
  })

  test.each([
    ['another message of the topic', { message_id: 4, date: 1 }, 4],
    ['the line that opened the topic', opening, undefined],
    ['a line that opened it, without saying so', { message_id: 3, date: 1 }, undefined],
    ['an opening line of elsewhere', { ...opening, message_id: 2 }, undefined],
  ])('answers %s', (_what, before, replyTo) => {
    expect(incoming({ ...inTopic, reply_to_message: before })?.replyTo).toBe(replyTo)
  })

  test.each([
    ['an administrator who stays hidden', { from: anonymous, sender_chat: group }],
    ['the same without the name of the group', { from: anonymous }],
    ['a channel', { from: us, sender_chat: { id: -7, type: 'channel' } }],
    ['nobody', { from: undefined }],
  ])('of %s has no writer', (_who, more) => {
    const read = incoming(more)
    expect(read).toMatchObject({ event: { kind: 'said' } })
    expect(read).not.toHaveProperty('from')
  })

  test('of a bot is ignored', () => {
    expect(fromGroup({ from: us })).toEqual({ kind: 'ignored', what: 'message of a bot' })
  })

  test.each([
    ['a voice message', { voice: {} }],
    ['a sticker', { sticker: { emoji: 'x' } }],
    ['a place', { location: {} }],
    ['a paid picture, which cannot be copied', { paid_media: {} }],
    ['a picture', { photo: [], caption: 'look' }],
  ])('that is %s is for the person', (_what, more) => {
    expect(event({ text: undefined, ...more })).toEqual({ kind: 'said' })
  })

  test.each([
    [{ text: undefined, photo: [], caption: '/take' }],
    [{ text: '/ plan 12.12' }],
    [{ text: '/план 12.12' }],
  ])('%j looks like a command, so it is for nobody', (more) => {
    expect(event(more)).toEqual({ kind: 'said', not: 'command' })
  })

  test.each([
    [{ text: '// she sounds afraid' }, true],
    [{ text: undefined, photo: [], caption: '//look' }, true],
    [{ text: undefined, rich_message: { blocks: [{ text: '// look' }] } }, true],
    [{ text: 'see // there' }, undefined],
  ])('%j stays inside if it begins with two strokes', (more, isInside) => {
    expect(event(more)).toEqual({ kind: 'said', ...(isInside && { isInside }) })
  })

  test('that was changed says so, also within an album', () => {
    const edited_message = message({ chat: group, from: helper, edit_date: 1001 })
    const album = { ...edited_message, media_group_id: 'a' }
    for (const changed of [edited_message, album]) {
      expect(parse({ update_id: 1, edited_message: changed })).toMatchObject({
        incoming: { event: { kind: 'said', isEdit: true } },
      })
    }
  })

  test('that is part of an album says so', () => {
    expect(event({ text: undefined, photo: [], media_group_id: 'a' })).toEqual({
      kind: 'said',
      album: 'a',
    })
  })

  test('that is a poll says that nobody would see the votes', () => {
    const poll = { question: '@iza_lis?', options: [{ text: 'yes' }] }
    expect(event({ text: undefined, poll })).toEqual({ kind: 'said', not: 'poll' })
  })

  test.each([
    ['another chat', { external_reply: { origin: {} } }],
    ['a story', { reply_to_story: { id: 1 } }],
  ])('that answers to what stands in %s says so', (_where, more) => {
    expect(event(more)).toEqual({ kind: 'said', isElsewhere: true })
  })

  test('that tells where somebody has moved to is ignored', () => {
    const location = { latitude: 1, longitude: 2, live_period: 60 }
    const moved = { text: undefined, location, edit_date: 1001 }
    const edited_message = message({ chat: group, from: helper, ...moved })
    expect(parse({ update_id: 1, edited_message })).toEqual({
      kind: 'ignored',
      what: 'edited_message',
    })
  })
})

describe('a command in a group', () => {
  const command = (text: string, more = {}) => {
    const entities = [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]?.length }]
    return event({ text, entities, ...more })
  }

  test.each([
    ['/take', { name: 'take', words: '' }],
    ['/Connect  K7-Q2 ', { name: 'connect', words: 'K7-Q2' }],
    ['/take@Before_You_Go_Bot', { name: 'take', words: '', to: 'before_you_go_bot' }],
  ])('%s', (text, expected) => {
    expect(command(text)).toEqual({ kind: 'command', ...expected })
  })

  test('that is passed on is for nobody', () => {
    const forward_origin = { type: 'user', sender_user: { id: 9 } }
    expect(command('/take', { forward_origin })).toEqual({ kind: 'said', not: 'command' })
  })
})

describe('whoever writes is told apart by', () => {
  const marked = (type: string, more = {}) => ({
    entities: [{ type, offset: 0, length: 4, ...more }],
  })
  const rich = (...text: unknown[]) => ({ blocks: [{ type: 'paragraph', text }] })

  test.each([
    ['a user name', marked('mention')],
    ['a link to somebody', marked('text_mention', { user: helper })],
    ['a link below words', marked('text_link', { url: 'tg://user?id=8' })],
    ['a link to their chat', { text: 'write me: t.me/iza_lis' }],
    ['a link to their chat, in full', { text: 'https://telegram.me/iza' }],
    [
      'a thing to do',
      { text: undefined, checklist: { title: '?', tasks: [{ text: '@iza_lis' }] } },
    ],
    [
      'a link in a rich text',
      { text: undefined, rich_message: rich({ type: 'text_mention', text: 'x' }) },
    ],
    [
      'an address in a rich text',
      { text: undefined, rich_message: rich({ type: 'url', text: 'x', url: 'https://t.me/x' }) },
    ],
  ])('%s', (_what, more) => {
    expect(event(more)).toEqual({ kind: 'said', not: 'mention' })
  })

  test.each([
    ['a first name', { text: 'Good day, IZA here' }],
    ['a last name', { text: 'ask for Nowak' }],
    ['a user name', { text: 'iza_lis' }],
    ['a name below a picture', { text: undefined, photo: [], caption: 'iza' }],
    [
      'a name far below in a rich text',
      { text: undefined, rich_message: rich('x '.repeat(10_000), 'Iza') },
    ],
    ['a contact', { text: undefined, contact: { first_name: 'Iza' } }],
    ['their own contact', { text: undefined, contact: { first_name: 'Office', user_id: 8 } }],
    ['a name in other letters', { text: '𝐈𝐳𝐚' }],
  ])('%s in the words', (_what, more) => {
    expect(event(more)).toEqual({ kind: 'said', not: 'name' })
  })

  test('a name in Cyrillic, with what else stands around it', () => {
    const from = { ...helper, first_name: '🌸 Оксана Марія' }
    expect(event({ from, text: '(оксана)' })).toMatchObject({ not: 'name' })
  })

  test.each([
    ['a part of a word', { text: 'Izabela' }],
    ['two letters', { from: { ...helper, first_name: 'Jo' }, text: 'jo' }],
    ['an address', { text: 'x@gmail.com' }],
    ['the name that stands for who stays hidden', { from: anonymous, text: 'our group' }],
    ['a link to somewhere else', { text: 'https://cat.me/x example.org' }],
  ])('but not by %s', (_what, more) => {
    expect(event(more)).toEqual({ kind: 'said' })
  })
})

describe('what Telegram writes of a group', () => {
  const line = (more: Record<string, unknown>) =>
    fromGroup({ text: undefined, ...inTopic, ...more })

  test.each([
    ['a topic is closed', { forum_topic_closed: {} }, { kind: 'topic', is: 'closed' }],
    ['and opened again', { forum_topic_reopened: {} }, { kind: 'topic', is: 'reopened' }],
    [
      'by whoever stays hidden',
      { forum_topic_closed: {}, from: anonymous },
      { kind: 'topic', is: 'closed' },
    ],
    ['somebody has left', { left_chat_member: { ...helper, id: 9 } }, { kind: 'left', user: 9 }],
    ['a bot took them out', { left_chat_member: helper, from: us }, { kind: 'left', user: 8 }],
    ['the group has moved', { migrate_to_chat_id: -1009 }, { kind: 'moved', to: -1009 }],
  ])('%s', (_what, more, expected) => {
    expect(line(more)).toMatchObject({ kind: 'group', incoming: { thread: 3, event: expected } })
  })

  test.each([
    ['forum_topic_closed', { forum_topic_closed: {}, from: us, sender_tag: 'x' }],
    ['forum_topic_created', { forum_topic_created: { name: 'x' } }],
    ['new_chat_members', { new_chat_members: [us] }],
    ['left_chat_member', { left_chat_member: us }],
    ['pinned_message', { pinned_message: opening }],
    ['migrate_from_chat_id', { migrate_from_chat_id: -5 }],
  ])('is ignored by its name otherwise: %s', (what, more) => {
    expect(line(more)).toEqual({ kind: 'ignored', what })
  })
})

describe('a press in a group', () => {
  const carrier = message({ chat: group, from: us, ...inTopic })

  test('has what it belongs to', () => {
    const read = fromPress({ from: helper, message: carrier, data: 'desk.c7f.take' })
    expect(read).toEqual({
      kind: 'group',
      incoming: {
        update: 1,
        group: -1005,
        thread: 3,
        message: 5,
        sentAt: 1000,
        from: { id: 8, name: 'Iza', language: 'pl' },
        event: { kind: 'press', id: '99', of: 'c7f', choice: 'take' },
      },
    })
  })

  test('below a message that Telegram no longer knows has no time', () => {
    const gone = { message_id: 5, date: 0, chat: group }
    const read = fromPress({ message: gone, data: 'desk.c7f.take' })
    expect(read).toMatchObject({ kind: 'group', incoming: { message: 5, sentAt: 0 } })
  })

  test.each(['offer.fee.yes', 'desk.take', 'x', undefined])(
    'with the data %s is ignored',
    (data) => {
      expect(fromPress({ message: carrier, data })).toMatchObject({ kind: 'ignored' })
    },
  )
})

describe('the bot in a group', () => {
  const became = (status: string, more = {}) =>
    fromMember({ chat: group, from: helper, new_chat_member: { user: us, status, ...more } })

  test.each([
    ['member', {}, 'put'],
    ['administrator', {}, 'put'],
    ['restricted', { is_member: true }, 'put'],
    ['restricted', { is_member: false }, 'out'],
    ['left', {}, 'out'],
    ['kicked', {}, 'out'],
  ])('as %s %j is %s', (status, more, kind) => {
    const from = { id: 8, name: 'Iza', language: 'pl' }
    const place = { update: 1, group: -1005, message: 0, sentAt: 1000 }
    const incoming = { ...place, from, event: { kind } }
    expect(became(status, more)).toEqual({ kind: 'group', incoming })
  })

  test('as something of tomorrow is ignored', () => {
    const ignored = { kind: 'ignored', what: 'member of supergroup' }
    expect(became('guest')).toEqual(ignored)
  })
})

test.each([
  ['a topic that is a text', { ...inTopic, message_thread_id: 'x' }],
  ['links that are none', { entities: [{ type: 'text_link', offset: 0, length: 4, url: 7 }] }],
  ['names that are numbers', { from: { id: 8, first_name: 7, last_name: {}, username: [] } }],
  ['a rich text that is none', { rich_message: 'x' }],
])('no message of a group is lost for %s', (_what, more) => {
  expect(event(more)).toEqual({ kind: 'said' })
})

function incoming(more: Record<string, unknown>) {
  const parsed = fromGroup(more)
  return parsed.kind === 'group' ? parsed.incoming : undefined
}

function event(more: Record<string, unknown>) {
  return incoming(more)?.event
}
