import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { METHODS } from '../../../src/simulator/methods/table.ts'
import type { Simulator } from '../../../src/simulator/start.ts'
import { faultOfCall, faultOfValue, loadShapes } from '../../../src/simulator/wire/shapes.ts'
import { call, newTelegram, updates, upload } from '../telegram.ts'

const shapes = loadShapes()
const button = { text: 'a', callback_data: 'b' }

test.each([
  ['sendMessage', { chat_id: 1 }, 'text: missing'],
  ['sendMessage', { chat_id: null, text: 'x' }, 'chat_id: expected Integer, got null'],
  ['sendMessage', { chat_id: 1.5, text: 'x' }, 'chat_id: expected Integer, got a number'],
  ['sendMessage', { chat_id: 1, text: '\ud800' }, 'text: expected String, got a broken string'],
  ['sendMessage', { chat_id: 1, text: 'x', colour: 1 }, 'colour: there is no such parameter'],
  [
    'sendMessage',
    { chat_id: 1, text: 'x', parse_mode: 'html' },
    'parse_mode: "html" is not one of HTML,MarkdownV2,Markdown',
  ],
  [
    'sendMessage',
    { chat_id: 1, text: 'x', reply_markup: { inline_keyboard: [[{ ...button, size: 1 }]] } },
    'reply_markup.inline_keyboard[0][0].size: there is no such parameter',
  ],
  [
    'deleteMessages',
    { chat_id: 1, message_ids: 5 },
    'message_ids: expected Array of Integer, got a number',
  ],
  [
    'answerInlineQuery',
    { inline_query_id: '1', results: [{ type: 'contact', id: '1', phone_number: '1' }] },
    'results[0].first_name: missing',
  ],
  ['getMe', { a: 1 }, 'a: there is no such parameter'],
])('%s %j is a problem', (method, payload, problem) => {
  expect(faultOfCall(shapes, method, payload)).toBe(problem)
})

test.each([
  ['sendMessage', { chat_id: '@name', text: 'x' }],
  ['sendMessage', { chat_id: 1, text: 'x', reply_markup: { inline_keyboard: [[button]] } }],
  ['sendMessage', { chat_id: 1, text: 'x', reply_markup: { remove_keyboard: true } }],
  ['setMyCommands', { commands: [{ command: 'a', description: 'b' }], scope: { type: 'default' } }],
])('%s %j is no problem', (method, payload) => {
  expect(faultOfCall(shapes, method, payload)).toBeUndefined()
})

test('a refused call is a problem of the bot', async () => {
  const telegram = await newTelegram()
  expect(await call(telegram, 'sendMessage', { chat_id: 1 })).toMatchObject({
    error_code: 400,
    description: 'Bad Request: text: missing',
  })
  expect(telegram.problems).toEqual(['sendMessage: text: missing'])
})

test('a method the simulator cannot do is no problem of the bot', async () => {
  const telegram = await newTelegram()
  expect((await call(telegram, 'getStarTransactions')).description).toBe(
    'Bad Request: the simulator does not know getStarTransactions',
  )
  expect(telegram.problems).toEqual([])
})

test('every method answers with what its shape promises', async () => {
  const telegram = await newTelegram()
  const done = new Set<string>()
  for (const { method, result } of await aWholeTour(telegram)) {
    const returns = shapes.methods.get(method)?.returns ?? []
    expect(faultOfValue(shapes, returns, result, method)).toBeUndefined()
    done.add(method)
  }
  expect([...METHODS.keys()].filter((method) => !done.has(method))).toEqual([])
})

test('every update has the shape of an update', async () => {
  const telegram = await newTelegram()
  await aWholeTour(telegram, false)
  const all = await updates(telegram)
  expect(all.length).toBeGreaterThan(10)
  for (const update of all) {
    expect(faultOfValue(shapes, ['Update'], update, 'update')).toBeUndefined()
  }
})

test('no payload breaks a method', async () => {
  const telegram = await newTelegram({ limits: false })
  telegram.person().send('/start')
  const name = fc.constantFrom(...[...METHODS.keys()].filter((method) => method !== 'getUpdates'))
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(telegram.people()[0]?.id, '<b>', -1, 1))
  await fc.assert(
    fc.asyncProperty(name, fc.func(value), async (method, choose) => {
      const fields = shapes.methods.get(method)?.fields ?? []
      const payload = Object.fromEntries(fields.map((field) => [field.name, choose(field.name)]))
      expect((await call(telegram, method, payload)).error_code).not.toBe(500)
    }),
    { numRuns: 300 },
  )
})

/** The id of the last photo of which the bot was told. */
async function photoIn(telegram: Simulator) {
  const text = JSON.stringify(await updates(telegram))
  return [...text.matchAll(/photo-[\w-]+/g)].at(-1)?.[0]
}

const SAMPLES = ['contact', 'venue', 'poll', 'checklist', 'rich_message', 'external_reply'] as const

/** Every method once, with success. */
async function aWholeTour(telegram: Simulator, isReading = true) {
  const answers: { method: string; result: unknown }[] = []
  const person = telegram.person()
  const group = telegram.group({ title: 'Desk', forum: true })
  const chat_id = person.id
  const run = async (method: string, payload: object = {}) => {
    const answer = await call(telegram, method, payload)
    expect(answer, method).toMatchObject({ ok: true })
    answers.push({ method, result: answer.result })
  }
  group.addBot()
  const start = person.send('/start')
  person.edit(start, '/start again')
  person.send('look', { forwarded: true })
  person.sendPhoto('here')
  for (const kind of SAMPLES) person.sendSample(kind, { replyTo: start, quote: 'start' })
  const picture = { bytes: new Uint8Array(9), width: 1080, height: 2400, caption: 'this' }
  person.sendPicture({ ...picture, album: '1', forwarded: true })
  person.sendPicture({ ...picture, asFile: { name: 'a.png', mime: 'image/png' } })
  if (isReading) await run('getUpdates')
  void person.types('norw')
  const inline_query_id = (await updates(telegram)).at(-1)?.inline_query?.id
  const input_message_content = { message_text: 'x' }
  const results = [{ type: 'article', id: '1', title: 'x', input_message_content }]
  await run('answerInlineQuery', { inline_query_id, results })
  person.chooses({ id: '1' })
  await run('getFile', { file_id: await photoIn(telegram) })
  const reply_markup = { inline_keyboard: [[button]] }
  await run('sendMessage', { chat_id, text: '<b>x</b>', parse_mode: 'HTML', reply_markup })
  const message_id = person.chat().at(-1)?.id ?? 0
  await run('answerCallbackQuery', { callback_query_id: person.tap('a') })
  await run('editMessageText', { chat_id, message_id, text: 'y' })
  await run('editMessageReplyMarkup', { chat_id, message_id, reply_markup })
  await run('sendPhoto', { chat_id, photo: 'https://a.pl/a.jpg', caption: 'z' })
  const sent = await upload(telegram, 'sendDocument', { chat_id, document: 'a.csv' })
  expect(sent).toMatchObject({ ok: true })
  answers.push({ method: 'sendDocument', result: sent.result })
  await run('copyMessage', { chat_id, from_chat_id: chat_id, message_id: start })
  await run('sendChatAction', { chat_id, action: 'typing' })
  await run('pinChatMessage', { chat_id, message_id })
  await run('setMessageReaction', { chat_id, message_id: start, reaction: [] })
  await run('deleteMessage', { chat_id, message_id })
  person.press(message_id, 'old')
  await run('deleteMessages', { chat_id, message_ids: [start] })
  await run('getChat', { chat_id: group.id })
  await run('getChatMember', { chat_id: group.id, user_id: Number.parseInt(telegram.token, 10) })
  await run('createForumTopic', { chat_id: group.id, name: 'one', icon_color: 7322096 })
  const topic = { chat_id: group.id, message_thread_id: group.topics()[0]?.id }
  group.send(person, 'hello', group.topics()[0]?.id)
  await run('editForumTopic', { ...topic, name: 'two' })
  await run('closeForumTopic', topic)
  await run('reopenForumTopic', topic)
  await run('deleteForumTopic', topic)
  await run('leaveChat', { chat_id: group.id })
  person.block()
  const commands = [{ command: 'a', description: 'b' }]
  await run('setMyCommands', { commands, scope: { type: 'all_private_chats' } })
  await run('getMyCommands', { scope: { type: 'all_private_chats' } })
  await run('deleteMyCommands', { scope: { type: 'all_private_chats' } })
  for (const what of ['Name', 'Description', 'ShortDescription']) {
    await run(`setMy${what}`, {})
    await run(`getMy${what}`, { language_code: 'pl' })
  }
  await run('getMe')
  if (isReading) await run('setWebhook', { url: 'http://127.0.0.1:1/' })
  await run('getWebhookInfo')
  await run('deleteWebhook')
  expect(telegram.problems).toEqual([])
  return answers
}
