import { describe, expect, test } from 'vitest'
import { allowedUpdates, parse } from '../../src/telegram/parse.ts'
import { bot, fromMember, fromMessage, fromPress, fromQuery, message, person } from './updates.ts'

describe('a change of membership', () => {
  const channel = { id: -5, type: 'channel' }
  const status = (status: string) => ({ new_chat_member: { ...bot, status } })

  test.each<[string, Record<string, unknown>, unknown]>([
    ['a person blocked the bot', status('kicked'), { kind: 'blocked', chat: 7, update: 1 }],
    ['a person came back', status('member'), { kind: 'back', chat: 7 }],
    [
      'into a channel',
      { chat: channel, ...status('administrator') },
      { kind: 'ignored', what: 'member of channel' },
    ],
  ])('%s', (_name, more, expected) => {
    expect(fromMember(more)).toEqual(expected)
  })
})

describe('what somebody types behind the name of the bot', () => {
  const query = { kind: 'inline', query: '42', words: 'kaucja', language: 'pl' }

  test.each<[string, Record<string, unknown>, unknown]>([
    ['is words of a language', {}, query],
    ['in whatever chat', { chat_type: undefined }, query],
    ['may be nothing yet', { query: '' }, { ...query, words: '' }],
    ['is read up to its limit', { query: 'x'.repeat(300) }, { ...query, words: 'x'.repeat(256) }],
    ['may ask for more', { offset: '4' }, { ...query, isMore: true }],
    ['needs an offset', { offset: 4 }, { kind: 'ignored', what: 'malformed' }],
    ['needs words', { query: undefined }, { kind: 'ignored', what: 'malformed' }],
  ])('%s', (_name, more, expected) => {
    expect(fromQuery(more)).toEqual(expected)
  })
})

describe('whatever else comes', () => {
  test.each([
    ['channel_post', { channel_post: message({ chat: { id: -5, type: 'channel' } }) }],
    [
      'chosen_inline_result',
      { chosen_inline_result: { result_id: 'pl', from: person, query: 'x' } },
    ],
    ['poll', { poll: {} }],
    ['something_of_tomorrow', { something_of_tomorrow: {} }],
    ['empty', {}],
    ['empty', { 'What a <b>name</b>': {} }],
  ])('is ignored by its name: %s', (what, update) => {
    expect(parse({ update_id: 1, ...update })).toEqual({ kind: 'ignored', what })
  })

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'update'],
    ['a number', 7],
    ['a list', [{ update_id: 1 }]],
    ['no number', { message: message() }],
    ['a number as a text', { update_id: '1', message: message() }],
    [
      'a chat as a text',
      { update_id: 1, message: message({ chat: { id: '7', type: 'private' } }) },
    ],
    ['a message without a chat', { update_id: 1, message: { message_id: 5, date: 1 } }],
    ['a message that is a text', { update_id: 1, message: 'hello' }],
    ['a text that is an object', { update_id: 1, message: message({ text: { length: 5 } }) }],
    ['a press without a sender', { update_id: 1, callback_query: { id: '1', data: 'a.b.c' } }],
    ['a date that is no number', { update_id: 1, message: message({ date: 'now' }) }],
  ])('is malformed: %s', (_name, raw) => {
    expect(parse(raw)).toEqual({ kind: 'ignored', what: 'malformed' })
  })

  test('cannot reach the prototype of anything', () => {
    const text = '{"update_id":1,"__proto__":{"message":{"text":"x"}},"constructor":{}}'
    expect(parse(JSON.parse(text))).toMatchObject({ kind: 'ignored' })
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

test('we ask Telegram for what we read, and for nothing else', () => {
  const read = [fromMessage(), fromPress(), fromQuery(), fromMember()].map(({ kind }) => kind)
  expect(read).toEqual(['person', 'person', 'inline', 'back'])
  expect([...allowedUpdates].sort()).toEqual([
    'callback_query',
    'edited_message',
    'inline_query',
    'message',
    'my_chat_member',
  ])
})
