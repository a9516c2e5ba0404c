import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Simulator } from '../../../src/simulator/start.ts'
import { call, newTelegram, somebody, updates } from '../telegram.ts'

const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

describe('what another process sends', () => {
  test('is a photo, with a caption and an album', async () => {
    const { telegram, person } = await aPhone()
    const query = { width: '1280', height: '960', caption: 'true?', album: '5', forwarded: 'true' }
    const { status, answer } = await send(telegram, person.id, query)
    expect([status, answer]).toEqual([200, { messageId: person.chat().at(-1)?.id }])
    expect((await updates(telegram)).at(-1)?.message).toMatchObject({
      caption: 'true?',
      media_group_id: '5',
      forward_origin: { type: 'hidden_user' },
      photo: [{}, {}, {}, { width: 1280, height: 960, file_size: bytes.length }],
    })
  })

  test('is a file where it has a name', async () => {
    const { telegram, person } = await aPhone()
    await send(telegram, person.id, { name: 'ogłoszenie.heic', mime: 'image/heic' })
    const { document } = z
      .looseObject({ document: z.looseObject({}) })
      .parse((await updates(telegram)).at(-1)?.message)
    expect(document).toMatchObject({ file_name: 'ogłoszenie.heic', mime_type: 'image/heic' })
    expect(document.thumbnail).toBeUndefined()
  })

  test.each([
    ['a photo without its size', {}, bytes, 400],
    ['what is no number', { width: 'x', height: '5' }, bytes, 400],
    ['what nobody knows', { width: '5', height: '5', colour: 'red' }, bytes, 400],
    ['more than 21 MB', { name: 'x' }, new Uint8Array(21 * 1024 * 1024 + 1), 413],
  ])('is refused: %s', async (_what, query, body, code) => {
    const { telegram, person } = await aPhone()
    expect(await send(telegram, person.id, query, body)).toMatchObject({ status: code })
    expect(person.chat()).toHaveLength(1)
  })

  test('is refused where nobody has a phone', async () => {
    const { telegram } = await aPhone()
    expect(await send(telegram, 1, { name: 'x' })).toMatchObject({ status: 404 })
  })
})

describe('a file', () => {
  test('comes as bytes that no browser takes for a page', async () => {
    const { telegram, path } = await aFile()
    const { status, headers } = await download(telegram, path)
    expect(status).toBe(200)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
    })
  })

  test('can be asked for by HEAD', async () => {
    const { telegram, path } = await aFile()
    const { status, headers } = await download(telegram, path, { method: 'HEAD' })
    expect([status, headers.get('content-length')]).toEqual([200, String(bytes.length)])
  })

  test.each([
    ['that nobody was told of', 'photos/file_9.jpg'],
    ['outside', '../start.ts'],
    ['outside, written otherwise', '..%2f..%2fstart.ts'],
  ])('%s is nowhere', async (_what, path) => {
    const { telegram } = await aFile()
    expect((await download(telegram, path)).status).toBe(404)
  })

  test('is not for another bot', async () => {
    const { telegram, path } = await aFile()
    const answer = await fetch(`${telegram.url}/file/bot2:other/${path}`)
    expect([answer.status, await answer.json()]).toMatchObject([401, { error_code: 401 }])
  })

  test('cannot be posted', async () => {
    const { telegram, path } = await aFile()
    expect((await download(telegram, path, { method: 'POST' })).status).toBe(404)
  })

  test('is noted as a call when it is fetched', async () => {
    const { telegram, path } = await aFile()
    await download(telegram, path)
    expect(telegram.calls.at(-1)).toMatchObject({ method: 'file', ok: true })
  })
})

describe('a picture on the page', () => {
  test.each([
    ['image/png', bytes],
    ['image/jpeg', start('\xff\xd8\xff\xe0')],
    ['image/gif', start('GIF89a')],
    ['image/webp', start('RIFF1234WEBPVP8 ')],
    ['image/avif', start('\0\0\0\x1cftypavif')],
  ])('is served as what it is: %s', async (type, content) => {
    const { status, headers } = await look(content)
    expect(status).toBe(200)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    })
  })

  test.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['HTML', '<html><script>alert(1)</script></html>'],
    ['nothing', ''],
  ])('is never %s, whatever the sender calls it', async (_what, content) => {
    expect((await look(start(content))).status).toBe(404)
  })

  /** What the page gets for its <img>, of a file that is called a picture. */
  async function look(content: Uint8Array<ArrayBuffer>) {
    const { telegram, person } = await aPhone()
    const asFile = { name: 'a.png', mime: 'image/png' }
    person.sendPicture({ bytes: content, width: 60, height: 40, asFile })
    const { picture } = person.chat().at(-1) ?? {}
    const Small = z.looseObject({ thumbnail: z.looseObject({ file_id: z.string() }) })
    const { document } = z
      .looseObject({ document: Small })
      .parse((await updates(telegram)).at(-1)?.message)
    const answer = await fetch(`${telegram.url}/pictures/${document.thumbnail.file_id}`)
    expect(picture?.src).toBe(answer.ok ? new URL(answer.url).pathname : undefined)
    return answer
  }
})

describe('a download', () => {
  test('can fail', async () => {
    const { telegram, path } = await aFile()
    telegram.faults.add({ kind: 'status', method: 'file', status: 429, retry_after: 3 })
    const answer = await download(telegram, path)
    expect([answer.status, await answer.json()]).toMatchObject([
      429,
      { parameters: { retry_after: 3 } },
    ])
    expect((await download(telegram, path)).status).toBe(200)
  })

  test.each(['reset-before', 'reset-after'] as const)('can be cut: %s', async (kind) => {
    const { telegram, path } = await aFile()
    telegram.faults.add({ kind, method: 'file' })
    await expect(download(telegram, path)).rejects.toThrow()
  })

  test('can be slow', async () => {
    const { telegram, path } = await aFile()
    telegram.faults.add({ kind: 'slow', method: 'file', delayMs: 60_000 })
    const asked = download(telegram, path, { signal: AbortSignal.timeout(100) })
    await expect(asked).rejects.toThrow('timeout')
  })

  test('is spared by a fault of getFile', async () => {
    const { telegram, path } = await aFile()
    telegram.faults.add({ kind: 'status', method: 'getFile' })
    expect((await download(telegram, path)).status).toBe(200)
  })
})

function start(latin: string) {
  return Uint8Array.from(Buffer.from(latin, 'latin1'))
}

async function aPhone() {
  const telegram = await newTelegram()
  return { telegram, person: somebody(telegram) }
}

/** A photo, and where getFile says that it lies. */
async function aFile() {
  const { telegram, person } = await aPhone()
  person.sendPicture({ bytes, width: 60, height: 40 })
  const Photo = z.looseObject({ photo: z.array(z.looseObject({ file_id: z.string() })) })
  const { photo } = Photo.parse((await updates(telegram)).at(-1)?.message)
  const { result } = await call(telegram, 'getFile', { file_id: photo[0]?.file_id })
  return { telegram, path: z.looseObject({ file_path: z.string() }).parse(result).file_path }
}

async function send(
  telegram: Simulator,
  id: number,
  query: Record<string, string>,
  body: Uint8Array<ArrayBuffer> = bytes,
) {
  const url = `${telegram.url}/people/${id}/picture?${new URLSearchParams(query)}`
  const response = await fetch(url, { method: 'POST', body })
  return { status: response.status, answer: await response.json() }
}

function download(telegram: Simulator, path: string, init: RequestInit = {}) {
  return fetch(`${telegram.url}/file/bot${telegram.token}/${path}`, init)
}
