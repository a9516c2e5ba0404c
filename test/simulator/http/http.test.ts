import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { call, newTelegram, somebody } from '../telegram.ts'
import { ask } from './ask.ts'

test('somebody else can hold the phone', async () => {
  const telegram = await newTelegram()
  const { id } = await ask(telegram, 'POST /people', { name: 'Ola', language: 'pl' })
  await ask(telegram, `POST /people/${id}/send`, { text: '/start' })
  const inline_keyboard = [[{ text: 'Yes', callback_data: 'y' }]]
  await call(telegram, 'sendMessage', {
    chat_id: id,
    text: 'Well?',
    reply_markup: { inline_keyboard },
  })
  await ask(telegram, `POST /people/${id}/tap`, { label: 'Yes' })
  expect(await ask(telegram, `GET /people/${id}/chat`)).toMatchObject({
    messages: [{ text: '/start' }, { text: 'Well?', buttons: [[{ text: 'Yes', data: 'y' }]] }],
    alerts: [],
  })
})

test('people are listed', async () => {
  const telegram = await newTelegram()
  const { id } = await ask(telegram, 'POST /people', { name: 'Ola', language: 'pl' })
  await ask(telegram, `POST /people/${id}/block`)
  expect(await ask(telegram, 'GET /people')).toEqual([
    { id, name: 'Ola', language: 'pl', blocked: true },
  ])
})

test('somebody else can work at the desk', async () => {
  const telegram = await newTelegram()
  const person = await ask(telegram, 'POST /people', { name: 'Iza' })
  const { id } = await ask(telegram, 'POST /groups', { title: 'Desk', forum: true })
  await call(telegram, 'createForumTopic', { chat_id: id, name: 'Case 1' })
  const said = { personId: person.id, text: 'Good day', thread: 1 }
  await ask(telegram, `POST /groups/${id}/send`, said)
  expect(await ask(telegram, `GET /groups/${id}/messages?thread=1`)).toMatchObject({
    messages: [{ service: 'opened the topic Case 1' }, { text: 'Good day', name: 'Iza' }],
  })
  expect(await ask(telegram, 'GET /groups')).toMatchObject([
    { id, title: 'Desk', forum: true, topics: [{ name: 'Case 1' }], bot: 'administrator' },
  ])
})

test('time can be forwarded', async () => {
  const telegram = await newTelegram({ now: () => new Date('2026-01-01') })
  await ask(telegram, 'POST /clock', { forward: 3600 })
  expect(await ask(telegram, 'GET /clock')).toEqual({ now: '2026-01-01T01:00:00.000Z' })
})

test('faults can be ordered and taken back', async () => {
  const telegram = await newTelegram()
  await ask(telegram, 'POST /faults', { kind: 'status', status: 502, times: 9 })
  expect(await call(telegram, 'getMe')).toMatchObject({ error_code: 502 })
  await ask(telegram, 'DELETE /faults')
  expect(await call(telegram, 'getMe')).toMatchObject({ ok: true })
})

test('calls and problems can be read', async () => {
  const telegram = await newTelegram()
  await call(telegram, 'getMe', { colour: 'red' })
  expect(await ask(telegram, 'GET /calls')).toMatchObject([{ method: 'getMe', ok: false }])
  expect(await ask(telegram, 'GET /problems')).toEqual([
    'getMe: colour: there is no such parameter',
  ])
})

test('it can be waited for that the bot has taken everything', async () => {
  const telegram = await newTelegram()
  expect(await ask(telegram, 'GET /settled')).toBeUndefined()
})

test('a page is told what happens', async () => {
  const telegram = await newTelegram()
  const response = await fetch(`${telegram.url}/events`)
  const person = somebody(telegram)
  const events = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes('"chat"')) text += (await events?.read())?.value ?? ''
  expect(text).toContain(`data: {"type":"chat","person":${person.id}}\n\n`)
  await events?.cancel()
})

test.each([
  ['GET /nowhere', undefined, 404],
  ['POST /people/1/send', { text: 'x' }, 404],
  ['POST /people', { nickname: 'x' }, 400],
  ['POST /clock', { forward: -1 }, 400],
  ['POST /faults', { kind: 'flood' }, 400],
  ['GET /', undefined, 404],
])('%s %j is answered %i', async (address, body, status) => {
  const telegram = await newTelegram()
  const [method = '', path] = address.split(' ')
  const init = body ? { method, body: JSON.stringify(body) } : { method }
  expect((await fetch(`${telegram.url}${path}`, init)).status).toBe(status)
})

test.each([
  ['wrong token', '/bot2:other/getMe', '{}', 401],
  ['unknown method', '/bot1:simulator/getYou', '{}', 404],
  ['a method of every object', '/bot1:simulator/constructor', '{}', 404],
  ['no JSON', '/bot1:simulator/getMe', '{', 400],
  ['no object', '/bot1:simulator/getMe', '[]', 400],
  ['too much', '/bot1:simulator/getMe', `{"a":"${'x'.repeat(20 * 1024 * 1024)}"}`, 413],
])('%s is refused', async (_what, path, body, status) => {
  const telegram = await newTelegram()
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${telegram.url}${path}`, { method: 'POST', headers, body })
  expect(await response.json()).toMatchObject({ ok: false, error_code: status })
})

test.each([
  ['deep JSON', `{"a":${'['.repeat(200)}${']'.repeat(200)}}`, 'the JSON body is nested too deeply'],
  ['broken UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'strings must be encoded in UTF-8'],
])('%s is refused', async (_what, body, reason) => {
  const telegram = await newTelegram()
  const headers = { 'content-type': 'application/json' }
  const url = `${telegram.url}/bot${telegram.token}/getMe`
  const response = await fetch(url, { method: 'POST', headers, body })
  expect(await response.json()).toMatchObject({ description: `Bad Request: ${reason}` })
})

test('parameters may come in the query and in a form', async () => {
  const telegram = await newTelegram()
  const person = somebody(telegram)
  const body = new URLSearchParams({
    text: 'hi',
    protect_content: 'true',
    reply_markup: '{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}',
  })
  const url = `${telegram.url}/bot${telegram.token}/sendMessage?chat_id=${person.id}`
  await fetch(url, { method: 'POST', body })
  expect(person.chat().at(-1)).toMatchObject({ text: 'hi', buttons: [[{ text: 'a' }]] })
  expect(telegram.problems).toEqual([])
})

test('noise on the line harms nobody', async () => {
  const telegram = await newTelegram()
  const noise = [
    'GET // HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
    '\0\xff\r\n\r\n',
    'POST /bot HTTP/9\r\n\r\n',
  ]
  for (const bytes of noise) {
    const socket = connect(Number(new URL(telegram.url).port), '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => {})
    socket.write(bytes)
    await once(socket, 'data')
  }
  expect(await call(telegram, 'getMe')).toMatchObject({ ok: true })
})
