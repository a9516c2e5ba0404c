import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createLineClient } from '../../src/queue/queue.ts'
import { work } from '../../src/queue/work.ts'

/** Somebody at work on a queue that refuses everybody for as long as a test wants. */
async function newTrouble() {
  const state = { isAway: true, asked: 0 }
  const server = createServer((request, response) => {
    request.resume()
    state.asked++
    response.writeHead(state.isAway ? 403 : 200, { 'content-type': 'application/x-amz-json-1.0' })
    response.end(state.isAway ? '{"__type":"com.amazonaws.sqs#AccessDenied"}' : '{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const line = { client: createLineClient({ endpoint }), url: `${endpoint}/1/line.fifo` }
  const log: string[] = []
  const stopping = new AbortController()
  const running = work(
    { line, run: async () => {}, log: (event) => log.push(event) },
    stopping.signal,
  )
  const stop = () => {
    stopping.abort()
    return running
  }
  onTestFinished(async () => {
    await stop()
    line.client.destroy()
    server.closeAllConnections()
    server.close()
  })
  return { state, log, stop }
}

test('a queue that refuses is not asked in a frenzy, and told once', async () => {
  const { state, log } = await newTrouble()
  await vi.waitFor(() => expect(log).toEqual(['queue-failed']))
  await sleep(1000)
  expect(state.asked).toBeLessThanOrEqual(3)
  expect(log).toEqual(['queue-failed'])
})

test('a queue that is back is told once', async () => {
  const { state, log } = await newTrouble()
  await vi.waitFor(() => expect(log).toEqual(['queue-failed']))
  state.isAway = false
  await vi.waitFor(() => expect(log.length).toBeGreaterThan(1), { timeout: 10_000 })
  expect(log).toEqual(['queue-failed', 'queue-back'])
})

test('whoever waits for a queue that is away stops at once', async () => {
  const { state, stop } = await newTrouble()
  await vi.waitFor(() => expect(state.asked).toBe(2), { timeout: 10_000 })
  const stopped = stop().then(() => 'stopped')
  expect(await Promise.race([stopped, sleep(300)])).toBe('stopped')
})
