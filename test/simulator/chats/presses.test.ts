import { expect, test } from 'vitest'
import { call, newTelegram, somebody, updates } from '../telegram.ts'

test('a tap tells the bot which button it was, and on which message', async () => {
  const { telegram, person } = await aQuestion()
  const id = person.tap('yes')
  expect((await updates(telegram)).at(-1)).toMatchObject({
    callback_query: { id, data: 'y', from: { id: person.id }, message: { text: 'Well?' } },
  })
})

test('a tap finds a label by a part of it', async () => {
  const { telegram, person } = await aQuestion()
  person.tap('not')
  expect((await updates(telegram)).at(-1)?.callback_query?.data).toBe('n')
})

test('a tap on a button that is not there names those that are', async () => {
  const { person } = await aQuestion()
  expect(() => person.tap('maybe')).toThrow('no button "maybe"; there are: "Yes", "Rather not"')
})

test('a button of a message that was deleted brings only its id', async () => {
  const { telegram, person, message_id } = await aQuestion()
  await call(telegram, 'deleteMessage', { chat_id: person.id, message_id })
  person.press(message_id, 'y')
  const message = (await updates(telegram)).at(-1)?.callback_query?.message
  expect(message).toEqual({ chat: expect.anything(), message_id, date: 0 })
})

test('data may be forged', async () => {
  const { telegram, person, message_id } = await aQuestion()
  person.press(message_id, 'no such button')
  expect((await updates(telegram)).at(-1)?.callback_query?.data).toBe('no such button')
})

test('an answer to a press is shown on the phone', async () => {
  const { telegram, person } = await aQuestion()
  const callback_query_id = person.tap('yes')
  await call(telegram, 'answerCallbackQuery', { callback_query_id, text: 'Old', show_alert: true })
  expect(person.alerts()).toEqual([{ text: 'Old', alert: true }])
})

test('a press cannot be answered twice', async () => {
  const { telegram, person } = await aQuestion()
  const callback_query_id = person.tap('yes')
  await call(telegram, 'answerCallbackQuery', { callback_query_id })
  expect(await call(telegram, 'answerCallbackQuery', { callback_query_id })).toMatchObject({
    error_code: 400,
    description:
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
  })
})

test('a press cannot be answered after 150 seconds', async () => {
  const { telegram, person } = await aQuestion()
  const callback_query_id = person.tap('yes')
  telegram.clock.forward(151)
  const answer = await call(telegram, 'answerCallbackQuery', { callback_query_id })
  expect(answer.error_code).toBe(400)
})

test('an answer has at most 200 characters', async () => {
  const { telegram, person } = await aQuestion()
  const callback_query_id = person.tap('yes')
  const text = 'x'.repeat(201)
  const answer = await call(telegram, 'answerCallbackQuery', { callback_query_id, text })
  expect(answer.description).toBe('Bad Request: MESSAGE_TOO_LONG')
})

test.each([
  ['no data', { text: 'a', callback_data: '' }],
  ['65 bytes', { text: 'a', callback_data: `${'ż'.repeat(32)}x` }],
])('a button with %s is refused', async (_what, button) => {
  const { telegram, person } = await aQuestion()
  const reply_markup = { inline_keyboard: [[button]] }
  const answer = await call(telegram, 'sendMessage', {
    chat_id: person.id,
    text: 'x',
    reply_markup,
  })
  expect(answer.description).toBe('Bad Request: BUTTON_DATA_INVALID')
})

test.each([
  ['no action', { text: 'a' }],
  ['two actions', { text: 'a', callback_data: 'x', url: 'https://a.pl' }],
  ['no text', { text: '', callback_data: 'x' }],
])('a button with %s is refused', async (_what, button) => {
  const { telegram, person } = await aQuestion()
  const reply_markup = { inline_keyboard: [[button]] }
  const answer = await call(telegram, 'sendMessage', {
    chat_id: person.id,
    text: 'x',
    reply_markup,
  })
  expect(answer.description).toContain("can't parse inline keyboard button")
})

async function aQuestion() {
  const telegram = await newTelegram()
  const person = somebody(telegram)
  const inline_keyboard = [
    [
      { text: 'Yes', callback_data: 'y' },
      { text: 'Rather not', callback_data: 'n' },
    ],
  ]
  const question = { chat_id: person.id, text: 'Well?', reply_markup: { inline_keyboard } }
  await call(telegram, 'sendMessage', question)
  return { telegram, person, message_id: person.chat().at(-1)?.id ?? 0 }
}
