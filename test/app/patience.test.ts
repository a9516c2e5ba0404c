import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { patiently } from '../../src/app/patience.ts'
import { block } from '../server.ts'

/** An answer that comes after so many milliseconds, unless it is given up before. */
const answerAfter = (ms: number) => (over: AbortSignal) => sleep(ms, 'answered', { signal: over })

test('an answer in time is heard', async () => {
  expect(await patiently(200, answerAfter(50))).toBe('answered')
})

test('whoever does not answer in time is given up', async () => {
  await expect(patiently(100, answerAfter(10_000))).rejects.toMatchObject({
    cause: { name: 'TimeoutError' },
  })
})

test('the time in which this process was busy counts once', async () => {
  const answered = patiently(100, answerAfter(50))
  block(300)
  expect(await answered).toBe('answered')
})

test('a process that is busy again and again gives up in the end', async () => {
  const blocking = setInterval(() => block(10), 1)
  await expect(patiently(100, answerAfter(10_000))).rejects.toThrow()
  clearInterval(blocking)
})
