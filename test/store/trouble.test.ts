import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { Busy, Stale } from '../../src/app/trouble.ts'
import { createClient, createStore } from '../../src/store/store.ts'

const now = () => new Date('2026-11-22T12:00:00Z')

// The stories run side by side, because some of them wait for a timeout; so the servers stop together.
const servers: Server[] = []
afterAll(() => {
  for (const server of servers) {
    server.close()
    server.closeAllConnections()
  }
})

type Answer = (response: ServerResponse) => void

describe.concurrent('the database has no time', () => {
  test.each([
    'ProvisionedThroughputExceededException',
    'ThrottlingException',
    'RequestLimitExceeded',
  ])('%s is Busy', async (name) => {
    const store = await storeThatHears(refusal(400, name))
    await expect(store.talks.load(7)).rejects.toThrow(Busy)
  })

  test.each([
    [500, 'InternalServerError'],
    [503, 'ServiceUnavailable'],
  ])('%d %s is Busy', async (status, name) => {
    const store = await storeThatHears(refusal(status, name))
    await expect(store.talks.load(7)).rejects.toThrow(Busy)
  })

  test('a gateway that answers with a page is Busy', async () => {
    const store = await storeThatHears((response) =>
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>'),
    )
    await expect(store.talks.load(7)).rejects.toThrow(Busy)
  })

  test('nobody listening is Busy', async () => {
    const store = storeAt('http://127.0.0.1:1')
    await expect(store.talks.load(7)).rejects.toThrow(Busy)
  })

  test('no such host is Busy', async () => {
    const store = storeAt('http://nowhere.invalid')
    await expect(store.talks.load(7)).rejects.toThrow(Busy)
  })

  test('a connection that breaks is Busy', async () => {
    const store = await storeThatHears((response) => response.destroy())
    await expect(store.talks.load(7)).rejects.toThrow(Busy)
  })

  test('an answer that breaks off in the middle is Busy', async () => {
    const store = await storeThatHears((response) => {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' })
      response.write('{"Item":', () => response.destroy())
    })
    await expect(store.talks.load(7)).rejects.toThrow(Busy)
  })

  test('no answer at all is Busy', async () => {
    const store = await storeThatHears(() => {})
    await expect(store.talks.load(7)).rejects.toThrow(Busy)
  })

  test('an answer that never ends is Busy', async () => {
    const store = await storeThatHears((response) => {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' })
      response.write('{"Item":')
    })
    await expect(store.talks.load(7)).rejects.toThrow(Busy)
  })

  test('a short trouble is over before anybody notices', async () => {
    const store = await storeThatHears(refusal(500, 'InternalServerError'), found({}))
    expect(await store.talks.load(7)).toBeUndefined()
  })

  test.each(calls())('%s is Busy too', async (_what, call) => {
    const store = await storeThatHears(refusal(400, 'ThrottlingException'))
    await expect(call(store)).rejects.toThrow(Busy)
  })
})

describe('what is no passing trouble', () => {
  test('a lost condition is Stale', async () => {
    const store = await storeThatHears(refusal(400, 'ConditionalCheckFailedException'))
    await expect(store.talks.keep(7, { recent: [], pending: {}, version: 3 })).rejects.toThrow(
      Stale,
    )
  })

  test.each(['ValidationException', 'ResourceNotFoundException', 'AccessDeniedException'])(
    '%s stays what it is',
    async (name) => {
      const store = await storeThatHears(refusal(400, name))
      await expect(store.talks.load(7)).rejects.toMatchObject({ name })
    },
  )
})

/** Every way to ask. */
function calls(): [string, (store: ReturnType<typeof storeAt>) => Promise<unknown>][] {
  return [
    ['keep', (store) => store.talks.keep(7, { recent: [], pending: {}, version: 0 })],
    ['dropTalk', (store) => store.talks.drop(7)],
    ['seen', (store) => store.messages.of(7)],
    ['note', (store) => store.messages.note(7, [])],
    ['dropSeen', (store) => store.messages.drop(7)],
    ['count', (store) => store.counters.add('source#offer#poster7')],
  ]
}

/** A store before a server that answers like this, and to every further request like the last. */
async function storeThatHears(...answers: Answer[]) {
  let heard = 0
  const server = createServer((request, response) => {
    request.resume()
    answers[Math.min(heard++, answers.length - 1)]?.(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  servers.push(server)
  return storeAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

function storeAt(endpoint: string) {
  const client = createClient({ endpoint })
  return createStore({ client, name: 'table', idKey: 'a key for tests only', now })
}

function refusal(status: number, name: string): Answer {
  const __type = `com.amazonaws.dynamodb.v20120810#${name}`
  return (response) =>
    response
      .writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
      .end(JSON.stringify({ __type, message: 'as it was wished' }))
}

function found(body: object): Answer {
  return (response) =>
    response
      .writeHead(200, { 'content-type': 'application/x-amz-json-1.0' })
      .end(JSON.stringify(body))
}
