import { expect, test } from 'vitest'
import { createClient, createStore } from '../../src/store/store.ts'
import { block, newServer } from '../server.ts'

/** Longer than a try of a request may take. */
const blockedMs = 3200

test('a table on this machine is asked once, though its answer comes while the bot is busy', async () => {
  let asked = 0
  const endpoint = await newServer((response) => {
    asked++
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}')
    if (asked === 1) setImmediate(() => block(blockedMs))
  })
  const client = createClient({ endpoint })
  const now = () => new Date('2026-11-22T12:00:00Z')
  const store = createStore({ client, name: 'table', idKey: 'a key for tests only', now })
  expect(await store.talks.load(7)).toBeUndefined()
  expect(asked).toBe(1)
})
