import { beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import type { Call } from '../../src/entry/function-url.ts'
import { startSimulator } from '../../src/simulator/start.ts'
import { newTelegram } from '../simulator/telegram.ts'
import { scan } from '../store/engines.ts'
import { secret, startFunctions, startHouse } from './house.ts'

const header = 'x-telegram-bot-api-secret-token'

/** A bot in the cloud, and somebody whose updates are handed over by hand. */
async function newCloud() {
  const telegram = await newTelegram({ limits: false })
  const house = await startHouse(telegram, () => new Date())
  onTestFinished(() => house.stop())
  const { webhook, lines } = await startFunctions(inject('functions'), house.environment)
  const person = telegram.person({ language: 'pl' })
  person.send('/start')
  const call = (more: Partial<Call> = {}, text = '/start') => {
    const update = { update_id: 1, message: message(person.id, text) }
    const headers = { 'content-type': 'application/json', [header]: secret }
    return webhook({ headers, body: JSON.stringify(update), isBase64Encoded: false, ...more })
  }
  return { telegram, house, person, webhook, lines, call, items: () => scan(house.table) }
}

function message(id: number, text: string) {
  const entities = text.startsWith('/')
    ? [{ type: 'bot_command', offset: 0, length: text.length }]
    : []
  const from = { id, is_bot: false, first_name: 'Ola', language_code: 'pl' }
  const chat = { id, type: 'private', first_name: 'Ola' }
  return { message_id: 1, date: Math.floor(Date.now() / 1000), chat, from, text, entities }
}

describe('an update with the secret', () => {
  test('is answered on the phone and then with 200', async () => {
    const { call, person } = await newCloud()
    expect(await call()).toEqual({ statusCode: 200 })
    expect(person.chat().at(-1)?.from).toBe('bot')
  })

  test('may come as base64', async () => {
    const { call, items } = await newCloud()
    const update = { update_id: 1, message: message(5, '/start') }
    const body = Buffer.from(JSON.stringify(update)).toString('base64')
    expect(await call({ body, isBase64Encoded: true })).toEqual({ statusCode: 200 })
    expect(await items()).not.toEqual([])
  })

  test('comes again when Telegram had no time', async () => {
    const { call, telegram } = await newCloud()
    telegram.faults.add({ kind: 'status', method: 'sendMessage', status: 429, retry_after: 7 })
    const again = { statusCode: 503, headers: { 'retry-after': '7' } }
    expect(await call()).toEqual(again)
  })

  test('that comes again is in the log, with the reason', async () => {
    const { call, telegram, lines } = await newCloud()
    telegram.faults.add({ kind: 'status', method: 'sendMessage', status: 429, retry_after: 7 })
    await call()
    const events = lines.map((line) => JSON.parse(line))
    const putOff = { event: 'put-off', reason: 'Telegram asks to wait', seconds: 7 }
    expect(events).toContainEqual(putOff)
  })

  test.each([
    ['is no JSON', '{'],
    ['is missing', undefined],
    ['is far too long', `"${'x'.repeat(300_000)}"`],
  ])('whose body %s counts as taken, because it would block its chat', async (_how, body) => {
    const { call } = await newCloud()
    expect(await call({ body })).toEqual({ statusCode: 200 })
  })
})

describe('a call without the right secret', () => {
  const wrong: [how: string, headers: Record<string, string>][] = [
    ['no secret', {}],
    ['an empty one', { [header]: '' }],
    ['another one', { [header]: 'the-secret-of-somebody-else' }],
    ['only its beginning', { [header]: secret.slice(0, -1) }],
    ['more than it', { [header]: `${secret}x` }],
  ]
  test.each(wrong)('is refused: %s', async (_how, headers) => {
    const { call } = await newCloud()
    expect(await call({ headers })).toEqual({ statusCode: 401 })
  })

  test('asks nobody anything', async () => {
    const { call, items, telegram } = await newCloud()
    await call({ headers: {} })
    expect([await items(), telegram.calls]).toEqual([[], []])
  })
})

describe('a flood of 5000 calls without the secret', () => {
  const outcome = { statuses: new Set<number>(), lines: [] as string[], after: 0 }
  beforeAll(async () => {
    const telegram = await startSimulator({ limits: false })
    const house = await startHouse(telegram, () => new Date())
    const { webhook, lines } = await startFunctions(inject('functions'), house.environment)
    for (let count = 0; count < 5000; count++) {
      const { statusCode } = await webhook({ headers: {}, body: '{"update_id":1}' })
      outcome.statuses.add(statusCode)
    }
    outcome.lines = [...lines]
    const person = telegram.person({ language: 'pl' })
    person.send('/start')
    const body = JSON.stringify({ update_id: 1, message: message(person.id, '/start') })
    outcome.after = (await webhook({ headers: { [header]: secret }, body })).statusCode
    await house.stop()
    await telegram.stop()
  })

  test('is refused', () => {
    expect([...outcome.statuses]).toEqual([401])
  })

  test('is counted in few lines', () => {
    const refused = outcome.lines.map((line) => JSON.parse(line))
    expect(refused).toHaveLength(50)
    expect(refused.reduce((sum, { more }) => sum + more, 0)).toBe(4901)
  })

  test('leaves the bot answering', () => {
    expect(outcome.after).toBe(200)
  })
})

describe('a cold start', () => {
  test('asks Telegram and the database nothing', async () => {
    const { telegram, items } = await newCloud()
    expect([telegram.calls, await items()]).toEqual([[], []])
  })

  test('asks for the secrets of the webhook once, and for no others', async () => {
    const { house } = await newCloud()
    const asked = house.askedSecrets().filter((names) => names.includes('WEBHOOK_SECRET'))
    const own = ['BOT_TOKEN', 'ID_KEY', 'TELEGRAM_API_ROOT', 'DESK_KEY', 'WEBHOOK_SECRET']
    expect(asked).toEqual([own])
  })
})
