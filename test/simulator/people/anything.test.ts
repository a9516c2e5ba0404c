import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Sample } from '../../../src/simulator/people/samples.ts'
import type { Simulator } from '../../../src/simulator/start.ts'
import { call, newTelegram, somebody, updates } from '../telegram.ts'

const contact = { phone_number: '+447700900123', first_name: 'Adam' }

test('somebody sends whatever Telegram knows', async () => {
  const { telegram, person } = await aPhone()
  const message_id = person.sendAny({ contact })
  expect(await lastMessage(telegram)).toEqual({
    message_id,
    date: expect.any(Number),
    chat: expect.objectContaining({ id: person.id }),
    from: expect.objectContaining({ id: person.id }),
    contact,
  })
})

test.each([
  ['an unknown field', { telegram: 1 }, 'message.telegram: there is no such parameter'],
  ['no object', 5, 'Invalid input'],
  [
    'a field that is missing',
    { voice: { file_id: 'a', file_unique_id: 'b' } },
    'message.voice.duration: missing',
  ],
  [
    'an unknown field further in',
    { contact: { ...contact, age: 5 } },
    'message.contact.age: there is no such parameter',
  ],
  ['nothing', {}, 'a message must bring something'],
  ['only a way of sending', { via_bot: { id: 1 } }, 'a message must bring something'],
  ['what Telegram sets', { text: 'x', date: 1 }, 'date: Telegram sets it itself'],
])('%s is refused', async (_what, content, words) => {
  const { telegram, person } = await aPhone()
  const refused = await post(telegram, `/people/${person.id}/send-any`, { content })
  expect(refused).toMatchObject({ error_code: 400, description: expect.stringContaining(words) })
  expect(person.chat()).toHaveLength(1)
})

test.each<Sample>([
  ...(['contact', 'location', 'venue', 'poll', 'checklist', 'voice', 'video'] as const),
  ...(['video_note', 'sticker', 'story', 'document', 'rich_message', 'external_reply'] as const),
])('there is a sample of %s', async (kind) => {
  const { telegram, person } = await aPhone()
  person.sendSample(kind)
  expect(await lastMessage(telegram)).toHaveProperty(kind)
})

test('a venue comes with its location, for programs that know no venues', async () => {
  const { telegram, person } = await aPhone()
  person.sendSample('venue')
  const { venue, location } = await lastMessage(telegram)
  expect(venue).toMatchObject({ location })
})

test('commands and links are found in it', async () => {
  const { telegram, person } = await aPhone()
  person.sendAny({ text: '/menu' })
  expect(await lastMessage(telegram)).toMatchObject({ entities: [{ type: 'bot_command' }] })
})

test('a file can be fetched', async () => {
  const { telegram, person } = await aPhone()
  person.sendSample('document')
  const { document } = await lastMessage(telegram)
  expect(document).toMatchObject({ mime_type: 'application/pdf', file_name: 'contract.pdf' })
  expect(await call(telegram, 'getFile', { file_id: idIn(document) })).toMatchObject({ ok: true })
})

test('whoever has blocked the bot sends nothing', async () => {
  const { person } = await aPhone()
  person.block()
  expect(() => person.sendAny({ contact })).toThrow('has blocked the bot')
})

describe('an answer', () => {
  test.each(['the bot', 'the person'])('is given to a message of %s', async (who) => {
    const { telegram, person } = await aPhone()
    if (who === 'the bot') await call(telegram, 'sendMessage', { chat_id: person.id, text: 'Hi' })
    else person.send('Hi')
    const replyTo = person.chat().at(-1)?.id ?? 0
    person.send('yes', { replyTo })
    const { reply_to_message, quote } = await lastMessage(telegram)
    expect(reply_to_message).toMatchObject({ message_id: replyTo, text: 'Hi' })
    expect(quote).toBeUndefined()
    expect(person.chat().at(-1)).toMatchObject({ text: 'yes', replyTo })
  })

  test('quotes a part of it', async () => {
    const { telegram, person } = await aPhone()
    const replyTo = person.send('Work in Norway, paid flight')
    person.sendAny({ contact }, { replyTo, quote: 'paid flight' })
    const quote = { text: 'paid flight', position: 16, is_manual: true }
    expect(await lastMessage(telegram)).toMatchObject({ contact, quote })
    expect(person.chat().at(-1)?.quote).toEqual({ name: 'Ola', text: 'paid flight' })
  })

  test('quotes nothing that is not there', async () => {
    const { person } = await aPhone()
    const replyTo = person.send('Work in Norway')
    expect(() => person.send('x', { replyTo, quote: 'Sweden' })).toThrow('QUOTE_TEXT_INVALID')
    expect(() => person.send('x', { replyTo, quote: '' })).toThrow('QUOTE_TEXT_INVALID')
    expect(() => person.send('x', { quote: 'Norway' })).toThrow('a quote needs the message')
  })

  test('is given to no message that the person does not see', async () => {
    const { person } = await aPhone()
    const replyTo = person.send('gone')
    person.delete(replyTo)
    expect(() => person.send('x', { replyTo })).toThrow(`there is no message ${replyTo}`)
  })

  test('is given to a message of another chat, with a part of it', async () => {
    const { person } = await aPhone()
    person.sendSample('external_reply')
    expect(person.chat().at(-1)).toMatchObject({ text: 'Is it true?', quote: { name: 'Somebody' } })
  })
})

test('any kind may be passed on, or made with a bot', async () => {
  const { telegram, person } = await aPhone()
  const via_bot = { id: 5, is_bot: true, first_name: 'Gifs', username: 'gif_bot' }
  person.sendAny({ contact, via_bot }, { forwarded: true })
  expect(await lastMessage(telegram)).toMatchObject({
    via_bot,
    forward_origin: { type: 'hidden_user' },
  })
  expect(person.chat().at(-1)).toMatchObject({ via: 'gif_bot', forwarded: true })
})

test.each<[Sample, object]>([
  ['contact', { kind: 'Contact', title: 'Adam (recruiter)', lines: ['+447700900123'] }],
  ['location', { kind: 'Place', title: '52.3727, 4.8936', lines: [] }],
  ['venue', { kind: 'Place', title: 'Workers’ hotel', lines: ['Damrak 1, Amsterdam'] }],
  ['poll', { kind: 'Poll', title: 'Would you go?', lines: ['Yes', 'No'] }],
  ['voice', { kind: 'Voice message', title: '0:07', lines: [] }],
  ['sticker', { kind: 'Sticker', title: '👍', lines: [] }],
  ['story', { kind: 'Story', title: 'Work abroad', lines: [] }],
  [
    'rich_message',
    {
      kind: 'Rich text',
      title: '',
      lines: ['Work in the Netherlands', '17 € an hour, a room is paid for'],
    },
  ],
])('%s says on the screen what it is', async (kind, card) => {
  const { person } = await aPhone()
  person.sendSample(kind)
  expect(person.chat().at(-1)?.card).toEqual(card)
})

test('what the screen has no words for is called by its name', async () => {
  const { person } = await aPhone()
  person.sendAny({ dice: { emoji: '🎲', value: 4 } })
  expect(person.chat().at(-1)?.card).toEqual({ kind: 'dice', title: '', lines: [] })
  expect(person.chat()[0]?.card).toBeUndefined()
})

test('somebody else can send it', async () => {
  const { telegram, person } = await aPhone()
  const send = (what: string, body: object) => post(telegram, `/people/${person.id}/${what}`, body)
  const { messageId: replyTo } = await send('send-any', { content: { contact } })
  await send('send-sample', { kind: 'poll', forwarded: true })
  await send('send', { text: 'why', replyTo })
  expect(person.chat().slice(1)).toMatchObject([
    { card: { kind: 'Contact' } },
    { card: { kind: 'Poll' }, forwarded: true },
    { text: 'why', replyTo },
  ])
  expect(await send('send-sample', { kind: 'constructor' })).toMatchObject({ error_code: 400 })
})

async function aPhone() {
  const telegram = await newTelegram()
  return { telegram, person: somebody(telegram) }
}

async function lastMessage(telegram: Simulator) {
  return z.looseObject({ message: z.looseObject({}) }).parse((await updates(telegram)).at(-1))
    .message
}

async function post(telegram: Simulator, path: string, body: object) {
  const response = await fetch(`${telegram.url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  return z.looseObject({}).parse(await response.json())
}

function idIn(file: unknown): unknown {
  return z.looseObject({ file_id: z.string() }).parse(file).file_id
}
