import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Api } from 'grammy/web'
import { expect, inject, onTestFinished, test } from 'vitest'
import { feedWorker, serveFunctionUrl } from '../../src/entry/lambda.ts'
import { say } from '../bot.ts'
import { newTelegram } from '../simulator/telegram.ts'
import { scan } from '../store/engines.ts'
import { secret, startFunctions, startHouse } from './house.ts'

/** A screenshot that holds an advert. */
const bytes = readFileSync(join(import.meta.dirname, '../../docs/phone.png'))
const picture = { bytes, width: 432, height: 854 }

/** Somebody who writes to the bundle of the cloud: by the webhook, the queue, the worker and the reader. */
async function newCloud(change: Record<string, string> = {}) {
  const telegram = await newTelegram({ limits: false })
  const house = await startHouse(telegram, () => new Date())
  const environment = { ...house.environment, ...change }
  const { webhook, worker, lines } = await startFunctions(inject('functions'), environment)
  const served = await serveFunctionUrl(webhook)
  const stopping = new AbortController()
  const feeding = feedWorker(worker, house.line, stopping.signal)
  onTestFinished(async () => {
    stopping.abort()
    await feeding
    await served.stop()
    await house.stop()
  })
  await new Api(telegram.token, { apiRoot: telegram.url }).setWebhook(served.url, {
    secret_token: secret,
  })
  const person = telegram.person({ language: 'pl' })
  const read = () => lines.map((line) => JSON.parse(line)).filter((one) => one.event === 'picture')
  return { house, person, lines, read }
}

test('the words of a picture come to the worker from the function that reads, and are kept nowhere', async () => {
  const { house, person, lines, read } = await newCloud()
  person.sendPicture(picture)
  await expect
    .poll(read, { timeout: 20_000 })
    .toEqual([{ event: 'picture', confidence: expect.any(Number), ms: expect.any(Number) }])
  expect(read()[0].confidence).toBeGreaterThan(80)
  const kept = JSON.stringify([lines, await scan(house.table)])
  // Two of its words.
  expect(kept).not.toMatch(/doświadczenia|rozmowy/)
})

test('what is said of it takes the place of "reading"', async () => {
  const { person, read } = await newCloud()
  person.sendPicture(picture)
  await expect.poll(read, { timeout: 20_000 }).toHaveLength(1)
  const said = () => person.chat().filter(({ from }) => from === 'bot')
  await expect.poll(() => said().length, { timeout: 10_000 }).toBeGreaterThan(0)
  await expect.poll(() => JSON.stringify(said())).not.toContain(say('picture:reading'))
})

test('where the reader is away the person is told, and it is a bug in the log', async () => {
  const { person, lines, read } = await newCloud({ READER_NAME: 'no-such-function' })
  person.sendPicture(picture)
  await expect.poll(read, { timeout: 20_000 }).toMatchObject([{ fault: 'away' }])
  const events = lines.map((line) => JSON.parse(line))
  expect(events).toContainEqual({
    event: 'bug',
    error: 'ResourceNotFoundException',
    at: 'reader',
  })
})
