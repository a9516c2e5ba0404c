import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import type { Simulator } from '../../../src/simulator/start.ts'
import { call, newTelegram, somebody } from '../telegram.ts'

test('an update goes to the webhook with the secret', async () => {
  const telegram = await newTelegram()
  const bot = await newBot(telegram, (_text, response) => response.end(), {
    secret_token: 'a-secret',
  })
  somebody(telegram)
  await telegram.settled()
  expect(bot.got).toMatchObject([{ text: '/start', secret: 'a-secret' }])
})

test('messages of one chat go one after the other', async () => {
  const telegram = await newTelegram()
  const bot = await newBot(telegram, async (_text, response) => {
    await sleep(20)
    response.end()
  })
  const person = somebody(telegram)
  person.send('two')
  person.send('three')
  await telegram.settled()
  expect(bot.got.map(({ text }) => text)).toEqual(['/start', 'two', 'three'])
  expect(bot.most).toBe(1)
})

test('a press and a message of one person go side by side', async () => {
  const telegram = await newTelegram()
  const bot = await newBot(telegram, async (_text, response) => {
    await sleep(50)
    response.end()
  })
  somebody(telegram).press(1, 'x')
  await telegram.settled()
  expect(bot.most).toBe(2)
})

test('what somebody types after the name of the bot waits for none of their messages', async () => {
  const telegram = await newTelegram()
  const bot = await newBot(telegram, async (_text, response) => {
    await sleep(50)
    response.end()
  })
  void somebody(telegram).types('norw')
  await telegram.settled()
  expect(bot.most).toBe(2)
})

test('never more at once than the bot allows', async () => {
  const telegram = await newTelegram()
  const slow = async (_text: string, response: ServerResponse) => {
    await sleep(20)
    response.end()
  }
  const bot = await newBot(telegram, slow, { max_connections: 2 })
  for (let count = 0; count < 5; count++) somebody(telegram)
  await telegram.settled()
  expect([bot.got.length, bot.most]).toEqual([5, 2])
})

test('a refused update comes again, and the next of its chat waits for it', async () => {
  const telegram = await newTelegram({ retryScale: 0.001 })
  let failures = 3
  const bot = await newBot(telegram, (_text, response) => {
    response.writeHead(failures-- > 0 ? 500 : 200).end()
  })
  somebody(telegram).send('two')
  await telegram.settled()
  expect(bot.got.map(({ text }) => text)).toEqual(['/start', '/start', '/start', '/start', 'two'])
})

test('the first repeat comes at once, the next after 2 and 4 seconds', async () => {
  const telegram = await newTelegram()
  const bot = await newBot(telegram, (_text, response) => response.writeHead(500).end())
  somebody(telegram)
  const counts: number[] = []
  for (const seconds of [0, 2, 2, 2]) {
    telegram.clock.forward(seconds)
    await sleep(150)
    counts.push(bot.got.length)
  }
  expect(counts).toEqual([2, 3, 3, 4])
})

test('Retry-After is kept', async () => {
  const telegram = await newTelegram()
  let failures = 1
  const bot = await newBot(telegram, (_text, response) => {
    if (failures-- > 0) response.writeHead(503, { 'retry-after': '30' }).end()
    else response.end()
  })
  somebody(telegram)
  await refused(telegram)
  expect(bot.got).toHaveLength(1)
  telegram.clock.forward(30)
  await telegram.settled()
  expect(bot.got).toHaveLength(2)
})

test('a press that is not taken for 150 seconds is lost', async () => {
  const telegram = await newTelegram()
  const person = somebody(telegram)
  const { update_id } = z
    .object({ result: z.tuple([z.object({ update_id: z.number() })]) })
    .parse(await call(telegram, 'getUpdates')).result[0]
  await call(telegram, 'getUpdates', { offset: update_id + 1 })
  const bot = await newBot(telegram, (_text, response) => response.writeHead(500).end())
  person.press(1, 'x')
  await refused(telegram)
  telegram.clock.forward(151)
  await telegram.settled()
  expect(bot.got.length).toBeGreaterThan(0)
})

test('the last error is told', async () => {
  const telegram = await newTelegram()
  await newBot(telegram, (_text, response) => response.writeHead(500).end())
  somebody(telegram)
  await refused(telegram)
  expect((await call(telegram, 'getWebhookInfo')).result).toMatchObject({
    pending_update_count: 1,
    last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
  })
})

test('a bot that is not there is tried again', async () => {
  const telegram = await newTelegram()
  await call(telegram, 'setWebhook', { url: 'http://127.0.0.1:1/' })
  somebody(telegram)
  await refused(telegram)
  expect((await call(telegram, 'getWebhookInfo')).result).toMatchObject({
    pending_update_count: 1,
    last_error_message: 'Connection refused',
  })
})

test('a call in the answer is done', async () => {
  const telegram = await newTelegram()
  const person = telegram.person()
  await newBot(telegram, (_text, response) => {
    const reply = { method: 'sendMessage', chat_id: person.id, text: 'at once' }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
  })
  person.send('/start')
  await telegram.settled()
  expect(person.chat().at(-1)?.text).toBe('at once')
})

test('a duplicate goes side by side with the first', async () => {
  const telegram = await newTelegram()
  const bot = await newBot(telegram, async (_text, response) => {
    await sleep(50)
    response.end()
  })
  telegram.faults.add({ kind: 'duplicate-update', update: 'message' })
  somebody(telegram)
  await telegram.settled()
  expect([bot.got.length, bot.most, new Set(bot.got.map(({ id }) => id)).size]).toEqual([2, 2, 1])
})

test('a taken update can be delivered once more', async () => {
  const telegram = await newTelegram()
  const bot = await newBot(telegram, (_text, response) => response.end())
  telegram.faults.add({ kind: 'redeliver', delayMs: 3_600_000 })
  const person = somebody(telegram)
  await expect.poll(() => bot.got.length).toBe(1)
  person.send('two')
  telegram.clock.forward(3600)
  await telegram.settled()
  expect(bot.got.map(({ text }) => text)).toEqual(['/start', 'two', '/start'])
})

test.each([
  ['ftp://a.pl', {}, 'bad webhook: invalid URL specified'],
  ['https://a.pl', { secret_token: 'a b' }, 'secret token contains unallowed characters'],
  ['https://a.pl', { max_connections: 101 }, 'max_connections must be between 1 and 100'],
])('the webhook %s %j is refused', async (url, more, reason) => {
  const telegram = await newTelegram()
  const answer = await call(telegram, 'setWebhook', { url, ...more })
  expect(answer.description).toBe(`Bad Request: ${reason}`)
})

/** Waits until the bot has refused an update. */
async function refused(telegram: Simulator) {
  const info = async () => (await call(telegram, 'getWebhookInfo')).result
  await expect.poll(info).toMatchObject({ last_error_message: expect.any(String) })
}

const Body = z.object({
  update_id: z.number(),
  message: z.object({ text: z.string() }).optional(),
})

/** A bot behind a webhook that notes what it got and how much of it at once. */
async function newBot(
  telegram: Simulator,
  answer: (text: string, response: ServerResponse) => unknown,
  wishes: object = {},
) {
  const bot = { got: [] as { id: number; text: string; secret: unknown }[], most: 0 }
  let now = 0
  const server = createServer(async (request: IncomingMessage, response) => {
    bot.most = Math.max(bot.most, ++now)
    response.once('close', () => now--)
    const { update_id: id, message } = Body.parse(JSON.parse(await bodyOf(request)))
    const secret = request.headers['x-telegram-bot-api-secret-token']
    bot.got.push({ id, text: message?.text ?? '', secret })
    await answer(message?.text ?? '', response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const url = `http://127.0.0.1:${portOf(server.address())}/`
  await call(telegram, 'setWebhook', { url, ...wishes })
  return bot
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks = await request.toArray()
  return Buffer.concat(chunks).toString()
}
