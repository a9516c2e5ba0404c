import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { call } from '../simulator/telegram.ts'
import { newListener, offsets, until } from './listener.ts'

test('Telegram is asked calmly while one update waits, and others are heard', async () => {
  const { telegram, refused, tried, kept } = await newListener()
  refused.add('one')
  telegram.person().send('one')
  await until(() => tried.length > 0)
  await sleep(500)
  const before = offsets(telegram).length
  await sleep(1000)
  expect(offsets(telegram).length - before).toBeLessThanOrEqual(3)
  telegram.person().send('two')
  await until(() => kept.includes('two'))
  expect(kept).toEqual(['two'])
})

test('a poll that Telegram refuses is tried again, and its words are not noted', async () => {
  const { telegram, kept, lines } = await newListener()
  const refusal = { status: 429, retry_after: 0, description: 'Kanarek' } as const
  telegram.faults.add({ kind: 'status', method: 'getUpdates', ...refusal, times: 2 })
  telegram.person().send('one')
  await telegram.settled()
  expect(kept).toEqual(['one'])
  expect(lines.join()).toContain('polling-failed')
  expect(lines.join()).not.toContain('Kanarek')
})

test('polls that fail one after the other are told once, and once that they work again', async () => {
  const { telegram, kept, lines } = await newListener()
  telegram.faults.add({ kind: 'status', method: 'getUpdates', status: 502, times: 2 })
  telegram.person().send('one')
  await telegram.settled()
  await sleep(1500)
  telegram.person().send('two')
  await telegram.settled()
  expect(kept).toEqual(['one', 'two'])
  expect(lines).toEqual(['["polling-failed",{"error":"502"}]', '["polling-back"]'])
})

test('whoever waits after a poll that failed stops at once', async () => {
  const { telegram, lines, stop } = await newListener()
  telegram.faults.add({ kind: 'status', method: 'getUpdates', status: 502, times: 1000 })
  telegram.person().send('one')
  await until(() => lines.length > 0)
  await sleep(600)
  const stopped = stop().then(() => 'stopped')
  expect(await Promise.race([stopped, sleep(300)])).toBe('stopped')
})

test('a second process with the same token is told once, and the bot goes on', async () => {
  const { telegram, kept, lines } = await newListener()
  telegram.person().send('one')
  await telegram.settled()
  for (let times = 0; times < 3; times++) {
    await sleep(100)
    await call(telegram, 'getUpdates', { timeout: 1 })
  }
  telegram.person().send('two')
  await telegram.settled()
  expect(kept).toEqual(['one', 'two'])
  expect(lines).toEqual([expect.stringMatching(/polling-failed.*another process/)])
})

test('a webhook that takes the updates ends the polling, when what is at work is done', async () => {
  const { telegram, running, kept } = await newListener()
  telegram.person().send('one')
  await telegram.settled()
  await call(telegram, 'setWebhook', { url: 'http://127.0.0.1:1/' })
  await expect(running()).rejects.toThrow(/webhook is active/)
  expect(kept).toEqual(['one'])
})
