import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { Busy } from '../../src/app/trouble.ts'
import type { Simulator } from '../../src/simulator/start.ts'
import { connect } from '../../src/telegram/connect.ts'
import { createFiles } from '../../src/telegram/files.ts'
import { type Answer, newServer } from '../server.ts'
import { newTelegram, somebody, updates } from '../simulator/telegram.ts'

const bytes = new TextEncoder().encode('an advert')
const most = 1000
/** Milliseconds that Telegram may take here. */
const patience = 200
const token = '1:quite-secret'

describe('a file that a person has sent', () => {
  test.each([
    ['a photo', {}],
    ['a file', { asFile: { name: 'a b?#%.png', mime: 'image/png' } }],
  ])('is fetched as it is: %s', async (_what, way) => {
    const { fetchIt } = await aPicture(way)
    expect(await fetchIt()).toEqual(bytes)
  })

  test('may be just as large as is taken', async () => {
    const { fetchIt } = await aPicture()
    expect(await fetchIt(bytes.length)).toEqual(bytes)
    expect(await fetchIt(bytes.length - 1)).toBe('large')
  })

  test('that is too large is not even asked for', async () => {
    const { telegram, fetchIt } = await aPicture()
    await fetchIt(bytes.length - 1)
    expect(methods(telegram)).not.toContain('file')
  })

  test('is too large where Telegram says so', async () => {
    const { telegram, fetchIt } = await aPicture()
    const description = 'Bad Request: file is too big'
    telegram.faults.add({ kind: 'status', method: 'getFile', status: 400, description })
    expect(await fetchIt()).toBe('large')
  })

  test('is gone once it was deleted', async () => {
    const { person, message, fetchIt } = await aPicture()
    person.delete(message, { forBoth: true })
    expect(await fetchIt()).toBe('gone')
  })

  test.each([400, 404])('is gone where the download is answered %i', async (status) => {
    const { telegram, fetchIt } = await aPicture()
    telegram.faults.add({ kind: 'status', method: 'file', status })
    expect(await fetchIt()).toBe('gone')
  })
})

describe('Telegram has no time', () => {
  const troubles = [
    { status: 429 },
    { status: 500 },
    { status: 502 },
    { kind: 'reset-before' },
  ] as const
  const methods = ['getFile', 'file']

  test.each(methods.flatMap((method) => troubles.map((trouble) => [method, trouble] as const)))(
    '%s: %j',
    async (method, trouble) => {
      const { telegram, fetchIt } = await aPicture()
      telegram.faults.add({ kind: 'status', method, ...trouble })
      await expect(fetchIt()).rejects.toThrow(Busy)
      expect(await fetchIt()).toEqual(bytes)
    },
  )

  test.each(methods)('%s: nothing comes', async (method) => {
    const { telegram, fetchIt } = await aPicture()
    telegram.faults.add({ kind: 'slow', method, delayMs: 60_000 })
    await expect(fetchIt()).rejects.toThrow(Busy)
  })

  test.each(methods)('%s: it says how long to wait', async (method) => {
    const { telegram, fetchIt } = await aPicture()
    telegram.faults.add({ kind: 'status', method, status: 429, retry_after: 7 })
    await expect(fetchIt()).rejects.toMatchObject({ name: 'Busy', seconds: 7 })
  })

  test('file: it stops in the middle', async () => {
    const half: Answer = (response) => void response.writeHead(200).write('an ad')
    await expect(fetchFrom(half)).rejects.toThrow(Busy)
  })

  test('file: it breaks off in the middle', async () => {
    const cut: Answer = (response) => {
      response.writeHead(200, { 'content-length': 9 }).write('an ad')
      setTimeout(() => response.destroy(), 20)
    }
    await expect(fetchFrom(cut)).rejects.toThrow(Busy)
  })

  test('file: a drop now and then is no answer', async () => {
    const drip: Answer = (response) => {
      response.writeHead(200)
      const dripping = setInterval(() => response.write('x'), 20)
      response.once('close', () => clearInterval(dripping))
    }
    await expect(fetchFrom(drip)).rejects.toThrow(Busy)
  })
})

describe('what Telegram should not do', () => {
  test('more bytes than it said are read no further', async () => {
    let isClosed = false
    const flood: Answer = (response) => {
      response.once('close', () => {
        isClosed = true
      })
      const pour = () => {
        while (!isClosed && response.write('x'.repeat(10_000)));
      }
      response.writeHead(200).on('drain', pour)
      pour()
    }
    expect(await fetchFrom(flood)).toBe('large')
    await expect.poll(() => isClosed).toBe(true)
  })

  test('a length that is too much is believed', async () => {
    const large: Answer = (response) => {
      response.writeHead(200, { 'content-length': most + 1 }).flushHeaders()
    }
    expect(await fetchFrom(large)).toBe('large')
  })

  test('leading elsewhere is not followed', async () => {
    let visits = 0
    const elsewhere = await newServer((response) => {
      visits++
      response.end('an advert')
    })
    const lead: Answer = (response) => response.writeHead(302, { location: elsewhere }).end()
    await expect(fetchFrom(lead)).rejects.toThrow('302')
    expect(visits).toBe(0)
  })

  test.each([302, 401, 403, 429, 502])(
    'the token stays out of what is thrown at %i',
    async (status) => {
      const error = await errorOf(fetchFrom((response) => response.writeHead(status).end()))
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('secret')
    },
  )

  test.each([
    ['where nobody listens', 'http://127.0.0.1:1'],
    ['where no address is', 'http://[nowhere'],
  ])('nor out of it %s', async (_where, root) => {
    const telegram = await newServer(answerGetFile())
    const api = connect({ token, root: telegram }, patience / 1000)
    const error = await errorOf(createFiles(api, { token, root }, patience).fetch('x', most))
    expect(error).toBeInstanceOf(Busy)
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('secret')
  })
})

/** Somebody's picture, and the bot that fetches it. */
async function aPicture(way: { asFile?: { name: string; mime: string } } = {}) {
  const telegram = await newTelegram()
  const person = somebody(telegram)
  const message = person.sendPicture({ bytes, width: 60, height: 40, ...way })
  const files = filesOf(telegram.url, telegram.token)
  const id = await lastFile(telegram)
  return { telegram, person, message, fetchIt: (limit = most) => files.fetch(id, limit) }
}

const Sent = z.looseObject({ file_id: z.string() })
const Pictured = z.looseObject({ photo: z.array(Sent).optional(), document: Sent.optional() })

async function lastFile(telegram: Simulator) {
  const { photo, document } = Pictured.parse((await updates(telegram)).at(-1)?.message)
  return (document ?? photo?.at(-1))?.file_id ?? ''
}

function filesOf(root: string, token: string) {
  return createFiles(connect({ token, root }, patience / 1000), { token, root }, patience)
}

/** What the bot makes of a Telegram that answers the download like this. */
async function fetchFrom(answer: Answer) {
  return filesOf(await newServer(answerGetFile(answer)), token).fetch('x', most)
}

function answerGetFile(otherwise?: Answer): Answer {
  const result = { file_id: 'x', file_unique_id: 'x', file_path: 'photos/file_0.jpg' }
  return (response, request) => {
    if (otherwise && request.url?.startsWith('/file/')) otherwise(response, request)
    else response.end(JSON.stringify({ ok: true, result }))
  }
}

function methods({ calls }: Simulator) {
  return calls.map(({ method }) => method)
}

async function errorOf(request: Promise<unknown>): Promise<unknown> {
  try {
    await request
  } catch (error) {
    return error
  }
  throw new Error('it did not fail')
}
