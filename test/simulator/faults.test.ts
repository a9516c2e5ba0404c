import { expect, test } from 'vitest'
import { call, newTelegram, somebody } from './telegram.ts'

test('a call cut before it is done does nothing', async () => {
  const { telegram, person, send } = await aChat()
  telegram.faults.add({ kind: 'reset-before', method: 'sendMessage' })
  await expect(send()).rejects.toThrow()
  expect(person.chat()).toHaveLength(1)
})

test('a call cut after it is done has been done', async () => {
  const { telegram, person, send } = await aChat()
  telegram.faults.add({ kind: 'reset-after', method: 'sendMessage' })
  await expect(send()).rejects.toThrow()
  expect(person.chat()).toHaveLength(2)
})

test('a call can be answered with an error', async () => {
  const { telegram, send } = await aChat()
  telegram.faults.add({ kind: 'status', status: 429, retry_after: 7 })
  expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } })
})

test('a fault strikes once unless said otherwise', async () => {
  const { telegram, send } = await aChat()
  telegram.faults.add({ kind: 'status', status: 502 })
  await send()
  expect(await send()).toMatchObject({ ok: true })
})

test('a fault strikes as often as said', async () => {
  const { telegram, send } = await aChat()
  telegram.faults.add({ kind: 'status', times: 2 })
  const answers = [await send(), await send(), await send()]
  expect(answers.map(({ ok }) => ok)).toEqual([false, false, true])
})

test('a fault for one chat spares the others', async () => {
  const { telegram, send } = await aChat()
  telegram.faults.add({ kind: 'status', chat: 1 })
  expect(await send()).toMatchObject({ ok: true })
})

test('a call can be slow', async () => {
  const { telegram, send } = await aChat()
  telegram.faults.add({ kind: 'slow', delayMs: 50 })
  const start = performance.now()
  await send()
  expect(performance.now() - start).toBeGreaterThan(45)
})

test('faults can be cleared', async () => {
  const { telegram, send } = await aChat()
  telegram.faults.add({ kind: 'status', times: 100 })
  telegram.faults.clear()
  expect(await send()).toMatchObject({ ok: true })
})

test('every call is noted with what became of it', async () => {
  const { telegram, send } = await aChat()
  telegram.faults.add({ kind: 'status', status: 502 })
  await send()
  await send()
  expect(telegram.calls).toMatchObject([
    { method: 'sendMessage', ok: false, error_code: 502, description: 'Bad Gateway' },
    { method: 'sendMessage', ok: true, payload: { text: 'x' } },
  ])
})

async function aChat() {
  const telegram = await newTelegram()
  const person = somebody(telegram)
  const send = () => call(telegram, 'sendMessage', { chat_id: person.id, text: 'x' })
  return { telegram, person, send }
}
