import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { describe, expect, test } from 'vitest'
import type { Simulator } from '../../../src/simulator/start.ts'
import { ownAddress } from '../../own-address.ts'
import { call, newTelegram } from '../telegram.ts'

/** What a browser says when another site sends it here, or a name that points here. */
const strange: [how: string, headers: Record<string, string>][] = [
  ['a name that points here', { host: 'evil.example' }],
  ['a page elsewhere', { origin: 'https://evil.example' }],
  ['a page that hides where it is', { origin: 'null' }],
  ['a picture elsewhere', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ['a link elsewhere', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
]

const doors = [
  'GET /people',
  'POST /people',
  'GET /events',
  'GET /app.js',
  'GET /bot1:simulator/getMe',
]

/** Where somebody's pictures come in and lie. */
const pictures = [
  'POST /people/5000000001/picture?name=x',
  'GET /pictures/photo-1',
  'GET /file/bot1:simulator/photos/file_0.jpg',
]

describe.each(strange)('%s', (_how, headers) => {
  test.each([...doors, ...pictures])('finds the door closed: %s', async (door) => {
    const telegram = await newTelegram({ page: true })
    expect(await knock(telegram, door, headers)).toBe(403)
  })

  test.each(['GET', 'POST', 'OPTIONS'])('cannot lead updates elsewhere by %s', async (verb) => {
    const telegram = await newTelegram()
    await knock(telegram, `${verb} /bot1:simulator/setWebhook?url=http://127.0.0.1:1/`, headers)
    expect(await call(telegram, 'getWebhookInfo')).toMatchObject({ result: { url: '' } })
  })
})

test('a link elsewhere may lead to the page', async () => {
  const telegram = await newTelegram({ page: true })
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
  expect(await knock(telegram, 'GET /', headers)).toBe(200)
})

test.each([
  ['a bot library that says localhost', { host: 'localhost:8081' }],
  ['a bot library that says 127.0.0.1', { host: '127.0.0.1:8081' }],
  ['a bot library that says [::1]', { host: '[::1]:8081' }],
  ['the page itself', { origin: 'http://127.0.0.1:8081', 'sec-fetch-site': 'same-origin' }],
  ['an address that somebody types', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
])('%s finds every door open', async (_who, headers) => {
  const telegram = await newTelegram({ page: true })
  const found = await Promise.all(doors.map((door) => knock(telegram, door, headers)))
  expect(found).toEqual(doors.map(() => 200))
})

test.skipIf(!ownAddress)('a simulator that is bound elsewhere lets other names in', async () => {
  const telegram = await newTelegram({ host: ownAddress ?? '' })
  expect(await knock(telegram, 'GET /bot1:simulator/getMe', { host: 'simulator' })).toBe(200)
})

/** The status that answers a visit with these headers. */
async function knock(telegram: Simulator, door: string, headers: Record<string, string>) {
  const [method = '', path] = door.split(' ')
  const asking = request(`${telegram.url}${path}`, { method, headers }).end()
  const [response]: IncomingMessage[] = await once(asking, 'response')
  response?.destroy()
  return response?.statusCode
}
