import { expect, inject, onTestFinished, test } from 'vitest'
import { feedWorker } from '../../src/entry/lambda.ts'
import { newTelegram } from '../simulator/telegram.ts'
import { startFunctions, startHouse } from './house.ts'

/** The worker of the bundle, beside a queue that it is fed from. */
async function newWorker(secrets: Record<string, string> = {}) {
  const telegram = await newTelegram({ limits: false })
  const house = await startHouse(telegram, () => new Date())
  for (const [name, value] of Object.entries(secrets)) house.putSecret(name, value)
  const stopping = new AbortController()
  const { worker, lines } = await startFunctions(inject('functions'), house.environment)
  const feeding = feedWorker(worker, house.line, stopping.signal)
  onTestFinished(async () => {
    stopping.abort()
    await feeding
    await house.stop()
  })
  return { house, worker, lines, telegram }
}

test('a question about a firm becomes an answer on the phone', async () => {
  const { house, telegram } = await newWorker()
  const person = telegram.person({ language: 'pl' })
  person.send('/start')
  const path = [
    { step: 'have', answer: 'number' },
    { step: 'number', answer: 'nip-7740001454' },
    { step: 'check' },
  ]
  const talk = { language: 'pl', state: { flow: 'employer', path }, recent: [5], pending: {} }
  await house.store.talks.keep(person.id, { ...talk, version: 0 })
  await house.enqueue({
    kind: 'check',
    question: { by: 'number', number: 'nip-7740001454', proves: 'firm' },
    asker: { chat: person.id, update: 5, at: 0, message: 1, language: 'pl' },
  })
  await expect.poll(() => person.chat().at(-1)?.from, { timeout: 10_000 }).toBe('bot')
})

test('the tick of the clock tries every register that is on, once a day', async () => {
  const { worker, lines } = await newWorker()
  expect([await worker({}), await worker({})]).toEqual([undefined, undefined])
  const well = lines
    .map((line) => JSON.parse(line))
    .filter(({ event }) => event === 'register-well')
  const tried = well.map(({ register }) => register)
  expect(tried).toEqual([...new Set(tried)])
  expect(tried).toContain('PL_WL')
})

test('a register whose key lies beside the secrets is on', async () => {
  const { worker, lines } = await newWorker({ REGISTER_GB_COMPANIES_KEY: 'a-key' })
  await worker({})
  const well = lines.map((line) => JSON.parse(line))
  expect(well).toContainEqual(
    expect.objectContaining({ event: 'register-well', register: 'GB_COMPANIES' }),
  )
})

test('the worker never asks for the secret of the webhook', async () => {
  const { house } = await newWorker()
  const asked = house.askedSecrets().filter((names) => names.some((name) => /^REGISTER/.test(name)))
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.flat()).not.toContain('WEBHOOK_SECRET')
})
