import { describe, expect, test } from 'vitest'
import { chat, fromMessage, fromPress, message, person } from './updates.ts'

describe('a message', () => {
  test('of a person has who, when, in which language and what', () => {
    expect(fromMessage()).toEqual({
      kind: 'person',
      incoming: {
        update: 1,
        chat: 7,
        source: 'message',
        message: 5,
        sentAt: 1000,
        language: 'pl',
        event: { kind: 'text', text: 'hello' },
      },
    })
  })

  test.each([
    ['PT-br', { language: 'pt' }],
    ['uk', { language: 'uk' }],
    [undefined, {}],
    ['', {}],
  ])('of somebody whose Telegram speaks %s', (language_code, expected) => {
    const parsed = fromMessage({ from: { ...person, language_code } })
    const { language } = parsed.kind === 'person' ? parsed.incoming : {}
    expect(language ? { language } : {}).toEqual(expected)
  })

  test.each([
    ['a photo without any size', { photo: [] }, 'other'],
    ['a voice message', { voice: {} }, 'recording'],
    ['a place', { location: { latitude: 0, longitude: 0 } }, 'place'],
    ['a contact', { contact: {} }, 'contact'],
  ])('with %s is something we cannot read', (_name, more, holds) => {
    expect(event({ text: undefined, ...more })).toEqual({ kind: 'media', holds })
  })

  test('with a picture brings the words below it', () => {
    const more = { text: undefined, photo: [], caption: 'look' }
    expect(event(more)).toEqual({ kind: 'media', holds: 'other', caption: 'look' })
  })

  const other = { type: 'user', sender_user: { id: 8 } }
  test.each([
    ['of somebody else', { text: 'help', forward_origin: other }, 'text'],
    ['of nobody named', { text: 'help', forward_origin: { type: 'hidden_user' } }, 'text'],
    ['below a picture', { text: undefined, caption: 'look', forward_origin: other }, 'media'],
    [
      'that are a command',
      {
        text: '/sos',
        entities: [{ type: 'bot_command', offset: 0, length: 4 }],
        forward_origin: other,
      },
      'text',
    ],
  ])('with words %s that were passed on says so', (_what, more, kind) => {
    expect(event(more)).toMatchObject({ kind, isTheirs: true })
  })

  test('with words of their own that were passed on is their own', () => {
    const more = { text: 'help', forward_origin: { type: 'user', sender_user: { id: 7 } } }
    expect(event(more)).toEqual({ kind: 'text', text: 'help' })
  })

  test.each([
    ['in a channel', { chat: { id: -5, type: 'channel' } }],
    ['without a sender', { from: undefined }],
  ])('%s is ignored', (_name, more) => {
    expect(fromMessage(more)).toMatchObject({ kind: 'ignored' })
  })
})

describe('a command', () => {
  test.each([
    ['/start', { name: 'start' }],
    ['/start offer', { name: 'start', payload: 'offer' }],
    ['/start   offer-poster7 ', { name: 'start', payload: 'offer-poster7' }],
    ['/start@BeforeYouGoBot offer', { name: 'start', payload: 'offer' }],
    ['/SOS', { name: 'sos' }],
    ['/hide now please', { name: 'hide', payload: 'now please' }],
    ['/hide\nnow', { name: 'hide', payload: 'now' }, 5],
  ])('%j', (text, expected, length?: number) => {
    expect(event(command(text, length))).toEqual({ kind: 'command', ...expected })
  })

  test('in the middle of a text is text', () => {
    const text = 'write /start'
    expect(event({ text, entities: [{ type: 'bot_command', offset: 6, length: 6 }] })).toEqual({
      kind: 'text',
      text,
    })
  })

  test('is only what Telegram marks as one', () => {
    const text = '/etc/passwd'
    expect(event({ text, entities: [{ type: 'bold', offset: 0, length: 4 }] })).toEqual({
      kind: 'text',
      text,
    })
  })
})

describe('a press', () => {
  test('has the place of its button, and the press that waits for an answer', () => {
    expect(fromPress()).toEqual({
      kind: 'person',
      incoming: {
        update: 1,
        chat: 7,
        source: 'press',
        message: 5,
        sentAt: 1000,
        press: { id: '99', on: 'screen' },
        language: 'pl',
        event: { kind: 'press', flow: 'offer', step: 'fee', choice: 'yes' },
      },
    })
  })

  test('below a picture was carried by a tip', () => {
    const picture = message({ text: undefined, photo: [] })
    expect(fromPress({ message: picture })).toMatchObject({ incoming: { press: { on: 'tip' } } })
  })

  test('below a message that Telegram no longer knows was carried by a screen', () => {
    const parsed = fromPress({ message: { message_id: 5, date: 0, chat } })
    expect(parsed).toMatchObject({ incoming: { press: { on: 'screen' } } })
  })

  test('below a message that Telegram no longer knows has no time', () => {
    const parsed = fromPress({ message: { message_id: 5, date: 0, chat } })
    expect(parsed).toMatchObject({ kind: 'person', incoming: { message: 5, sentAt: 0 } })
  })

  test.each(['nonsense', 'offer.fee', '<b>.a.b', undefined])(
    'with the data %s is forged',
    (data) => {
      expect(fromPress({ data })).toMatchObject({ incoming: { event: { kind: 'forged' } } })
    },
  )

  test.each([
    ['without a message', { message: undefined }],
    ['below an inline message', { message: undefined, inline_message_id: 'x' }],
    ['in a channel', { message: message({ chat: { id: -5, type: 'channel' } }) }],
  ])('%s is ignored', (_name, more) => {
    expect(fromPress(more)).toMatchObject({ kind: 'ignored' })
  })
})

/** What a message means, without the envelope. */
function event(more: Record<string, unknown>) {
  const parsed = fromMessage(more)
  return parsed.kind === 'person' ? parsed.incoming.event : parsed
}

function command(text: string, length = text.split(' ')[0]?.length) {
  return { text, entities: [{ type: 'bot_command', offset: 0, length }] }
}
