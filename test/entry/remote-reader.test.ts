import type { ServerResponse } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Busy } from '../../src/app/trouble.ts'
import type { PictureRead } from '../../src/core/picture.ts'
import { createInvoke } from '../../src/entry/invoke.ts'
import { serveInvocations } from '../../src/entry/lambda.ts'
import { createRemoteReader } from '../../src/entry/remote-reader.ts'
import { newServer } from '../server.ts'

type Said = [event: string, facts?: object]

/** A reader by name at this address, and what it has logged. */
function newReader(endpoint: string, name = 'reader', patienceMs = 10_000) {
  const invoke = createInvoke({ endpoint })
  const log: Said[] = []
  const note = (...said: Said) => void log.push(said)
  return { reader: createRemoteReader({ invoke, name, log: note, patienceMs }), log }
}

/** A reader whose function does this, behind a Lambda that we play. */
async function newFunction(handler: (event: unknown) => Promise<unknown>, name?: string) {
  const { url, stop } = await serveInvocations({ reader: handler })
  onTestFinished(stop)
  return newReader(url.replace(/\/$/, ''), name)
}

const picture = Uint8Array.of(1, 2, 3)
const words: PictureRead = { text: 'Praca w Niemczech', confidence: 91, hosts: ['example.org'] }

test('a picture goes to the function as base64, and its words come back', async () => {
  const events: unknown[] = []
  const { reader, log } = await newFunction(async (event) => {
    events.push(event)
    return words
  })
  expect(await reader.read(picture)).toEqual(words)
  expect([events, log]).toEqual([[{ picture: 'AQID' }], []])
})

test('a part of a larger piece of memory goes without what lies beside it', async () => {
  const { reader } = await newFunction(async (event) => ({
    ...words,
    text: JSON.stringify(event),
  }))
  expect(await reader.read(Uint8Array.of(9, 1, 2, 3, 9).subarray(1, 4))).toMatchObject({
    text: '{"picture":"AQID"}',
  })
})

test('the largest picture that it takes fits into a call', async () => {
  const { reader } = await newFunction(async () => words)
  expect(await reader.read(new Uint8Array(reader.most))).toEqual(words)
})

test('a larger one is not sent', async () => {
  const { reader } = newReader('http://127.0.0.1:1')
  expect(await reader.read(new Uint8Array(reader.most + 1))).toEqual({ fault: 'large' })
})

test('a fault of the function is a fault', async () => {
  const { reader, log } = await newFunction(async () => ({ fault: 'kind' }))
  expect([await reader.read(picture), log]).toEqual([{ fault: 'kind' }, []])
})

describe('a function that did not come to its end', () => {
  const failures: [what: string, fault: string, said: object][] = [
    [
      'took too long',
      'slow',
      { errorType: 'Sandbox.Timedout', errorMessage: 'Error: Task timed out after 25.00 seconds' },
    ],
    [
      'took too long, as older runtimes say it',
      'slow',
      { errorMessage: '2026-11-30T03:10:00.000Z 1b Task timed out after 25.00 seconds' },
    ],
    [
      'took too much memory',
      'slow',
      {
        errorType: 'Runtime.ExitError',
        errorMessage: 'RequestId: 1b Error: Runtime exited with error: signal: killed',
      },
    ],
    [
      'crashed',
      'broken',
      {
        errorType: 'Runtime.ExitError',
        errorMessage: 'RequestId: 1b Error: Runtime exited with error: exit status 1',
      },
    ],
    ['threw', 'broken', { errorType: 'TypeError', errorMessage: 'what somebody wrote' }],
    [
      'does not start',
      'away',
      { errorType: 'Runtime.ImportModuleError', errorMessage: "Cannot find module 'reader'" },
    ],
  ]
  test.each(failures)('%s: %s', async (_what, fault, said) => {
    const { reader } = newReader(
      await newLambda(200, said, { 'x-amz-function-error': 'Unhandled' }),
    )
    expect(await reader.read(picture)).toEqual({ fault })
  })

  test('is logged by the kind of error, without a word of its message', async () => {
    const { reader, log } = await newFunction(async () => {
      throw new TypeError('what somebody wrote')
    })
    await reader.read(picture)
    expect(log).toEqual([['reader-failed', { reason: 'broken', error: 'TypeError' }]])
  })
})

test.each([
  ['words', 'what somebody wrote'],
  ['nothing', null],
  ['half of it', { text: 'what somebody wrote' }],
  ['a fault that nobody knows', { fault: 'tired' }],
])('an answer that is %s cannot be read, and is a bug without words', async (_what, answer) => {
  const { reader, log } = await newFunction(async () => answer)
  expect(await reader.read(picture)).toEqual({ fault: 'broken' })
  expect(log).toEqual([['bug', { error: 'Unreadable', at: 'reader' }]])
})

describe('there is no time now', () => {
  test.each([
    ['where too many pictures are read', 429, 'TooManyRequestsException'],
    ['where Lambda is in trouble', 500, 'ServiceException'],
    ['where the function is being deployed', 409, 'ResourceConflictException'],
  ])('%s', async (_where, status, type) => {
    const { reader, log } = newReader(await newLambda(status, {}, { 'x-amzn-errortype': type }))
    await expect(reader.read(picture)).rejects.toThrow(Busy)
    expect(log).toEqual([])
  })

  test('where nobody can be reached', async () => {
    const { reader } = newReader('http://127.0.0.1:1')
    await expect(reader.read(picture)).rejects.toThrow(Busy)
  })

  test('where no answer comes in time', async () => {
    const { reader } = newReader(await newServer(() => {}), 'reader', 200)
    await expect(reader.read(picture)).rejects.toThrow(Busy)
  })
})

describe('the reader is away, and that is a bug', () => {
  test('where there is no such function', async () => {
    const { reader, log } = await newFunction(async () => words, 'another')
    expect(await reader.read(picture)).toEqual({ fault: 'away' })
    expect(log).toEqual([['bug', { error: 'ResourceNotFoundException', at: 'reader' }]])
  })

  test('where the right to call it is lost', async () => {
    const refusal = { 'x-amzn-errortype': 'AccessDeniedException' }
    const { reader, log } = newReader(await newLambda(403, {}, refusal))
    expect(await reader.read(picture)).toEqual({ fault: 'away' })
    expect(log).toEqual([['bug', { error: 'AccessDeniedException', at: 'reader' }]])
  })
})

/** A Lambda that answers every call like this. */
function newLambda(status: number, body: object, headers: Record<string, string>) {
  return newServer((response: ServerResponse) =>
    response.writeHead(status, headers).end(JSON.stringify(body)),
  )
}
