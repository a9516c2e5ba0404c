import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Picture } from '../../../src/simulator/people/pictures.ts'
import type { Simulator } from '../../../src/simulator/start.ts'
import { call, newTelegram, somebody, updates } from '../telegram.ts'

const bytes = new Uint8Array([1, 2, 3, 4, 5])
const screenshot: Picture = { bytes, width: 1080, height: 2400 }
const asFile = { name: 'advert.png', mime: 'image/png' }
const unavailable = {
  error_code: 400,
  description: 'Bad Request: wrong file_id or the file is temporarily unavailable',
}

test('a photo comes in the sizes that Telegram makes, the largest at the end', async () => {
  const { photo } = await arrives(screenshot)
  expect(photo?.map(({ width, height }) => [width, height])).toEqual([
    [41, 90],
    [144, 320],
    [360, 800],
    [576, 1280],
    [1080, 2400],
  ])
  expect(photo?.at(-1)).toMatchObject({ file_size: bytes.length })
})

test('a photo is made no larger than it is, and at most 2560 pixels long', async () => {
  const small = await arrives({ ...screenshot, width: 60, height: 40 })
  expect(small.photo).toMatchObject([{ width: 60, height: 40 }])
  const large = await arrives({ ...screenshot, width: 8000, height: 4000 })
  expect(large.photo?.at(-1)).toMatchObject({ width: 2560, height: 1280 })
})

test('as a file it keeps its name and comes with a small picture', async () => {
  const { document, photo } = await arrives({ ...screenshot, asFile })
  expect(photo).toBeUndefined()
  expect(document).toMatchObject({
    file_name: 'advert.png',
    mime_type: 'image/png',
    file_size: bytes.length,
    thumbnail: { width: 144, height: 320 },
  })
})

test('a caption and its hidden sender come along', async () => {
  expect(await arrives({ ...screenshot, caption: 'is it true?', forwarded: true })).toMatchObject({
    caption: 'is it true?',
    forward_origin: { type: 'hidden_user' },
  })
})

test('an album comes as messages of their own, one after another', async () => {
  const { telegram, person } = await aPhone()
  for (const caption of ['one', 'two']) person.sendPicture({ ...screenshot, caption, album: '7' })
  const parts = (await messages(telegram)).slice(-2)
  expect(parts.map(({ caption, media_group_id }) => [caption, media_group_id])).toEqual([
    ['one', '7'],
    ['two', '7'],
  ])
})

test('who has blocked the bot sends no picture', async () => {
  const { person } = await aPhone()
  person.block()
  expect(() => person.sendPicture(screenshot)).toThrow('has blocked the bot')
})

describe('the bot', () => {
  test.each([
    ['a photo', screenshot, /^photos\/file_\d+\.jpg$/],
    ['a file', { ...screenshot, asFile }, /^documents\/file_\d+\.png$/],
    [
      'a file without an ending',
      { ...screenshot, asFile: { ...asFile, name: '../x' } },
      /\/file_\d+$/,
    ],
  ])('fetches %s', async (_what, picture, path) => {
    const { telegram, id } = await sent(picture)
    const { result } = await call(telegram, 'getFile', { file_id: id })
    expect(result).toMatchObject({ file_id: id, file_size: bytes.length })
    expect(pathIn(result)).toMatch(path)
    expect(await fetched(telegram, pathIn(result))).toEqual(bytes)
  })

  test('is told the same path again', async () => {
    const { telegram, id } = await sent(screenshot)
    const paths = await Promise.all(
      [1, 2].map(async () => pathIn((await call(telegram, 'getFile', { file_id: id })).result)),
    )
    expect(paths[0]).toBe(paths[1])
  })

  test('gets nothing by an id that nobody gave', async () => {
    const { telegram } = await aPhone()
    expect(await call(telegram, 'getFile', { file_id: 'photo-1' })).toMatchObject(unavailable)
  })

  test('gets nothing of a photo that came without a file', async () => {
    const { telegram, person } = await aPhone()
    person.sendPhoto('here')
    const file_id = (await messages(telegram)).at(-1)?.photo?.at(-1)?.file_id
    expect(await call(telegram, 'getFile', { file_id })).toMatchObject(unavailable)
  })

  test('gets 20 MB and no more', async () => {
    const most = 20 * 1024 * 1024
    const exact = await sent({ ...screenshot, bytes: new Uint8Array(most), asFile })
    expect(await call(exact.telegram, 'getFile', { file_id: exact.id })).toMatchObject({ ok: true })
    const more = await sent({ ...screenshot, bytes: new Uint8Array(most + 1), asFile })
    expect(await call(more.telegram, 'getFile', { file_id: more.id })).toMatchObject({
      error_code: 400,
      description: 'Bad Request: file is too big',
    })
  })

  test.each(['the bot', 'the person'])('gets nothing of what %s has deleted', async (who) => {
    const { telegram, person, id, message_id } = await sent(screenshot)
    const path = pathIn((await call(telegram, 'getFile', { file_id: id })).result)
    if (who === 'the bot') await call(telegram, 'deleteMessage', { chat_id: person.id, message_id })
    else person.delete(message_id, { forBoth: true })
    expect(await call(telegram, 'getFile', { file_id: id })).toMatchObject(unavailable)
    expect((await download(telegram, path)).status).toBe(404)
  })

  test('gets what another message still shows', async () => {
    const { telegram, person, id, message_id } = await sent(screenshot)
    const place = { chat_id: person.id, message_id }
    await call(telegram, 'copyMessage', { ...place, from_chat_id: person.id })
    await call(telegram, 'deleteMessage', place)
    expect(await call(telegram, 'getFile', { file_id: id })).toMatchObject({ ok: true })
  })

  test('passes a file on', async () => {
    const { telegram, person, message_id } = await sent({ ...screenshot, asFile, caption: 'x' })
    const copy = { chat_id: person.id, from_chat_id: person.id, message_id, caption: 'this one' }
    expect(await call(telegram, 'copyMessage', copy)).toMatchObject({ ok: true })
    expect(person.chat().at(-1)).toMatchObject({ from: 'bot', text: 'this one' })
  })
})

test('the oldest bytes go when there are too many', async () => {
  const large = { ...screenshot, bytes: new Uint8Array(50 * 1024 * 1024), asFile }
  const { telegram, person, id } = await sent(screenshot)
  for (let i = 0; i < 3; i++) person.sendPicture(large)
  expect(await call(telegram, 'getFile', { file_id: id })).toMatchObject(unavailable)
})

const File = z.object({ file_id: z.string() })
const Photo = z.object({ ...File.shape, width: z.number(), height: z.number() }).loose()
const Message = z.looseObject({
  message_id: z.number(),
  photo: z.array(Photo).optional(),
  document: z.looseObject(File.shape).optional(),
})

/** What the bot has been told of, without taking it. */
async function messages(telegram: Simulator) {
  return (await updates(telegram)).flatMap(({ message }) => (message ? Message.parse(message) : []))
}

async function aPhone() {
  const telegram = await newTelegram()
  return { telegram, person: somebody(telegram) }
}

/** Somebody's picture, and the id by which the bot fetches it. */
async function sent(picture: Picture) {
  const { telegram, person } = await aPhone()
  const message_id = person.sendPicture(picture)
  const { photo, document } = (await messages(telegram)).at(-1) ?? {}
  const id = photo?.at(-1)?.file_id ?? document?.file_id ?? ''
  return { telegram, person, message_id, id }
}

async function arrives(picture: Picture) {
  const { telegram } = await sent(picture)
  return Message.parse((await messages(telegram)).at(-1))
}

function pathIn(result: unknown): string {
  return z.looseObject({ file_path: z.string() }).parse(result).file_path
}

function download(telegram: Simulator, path: string) {
  return fetch(`${telegram.url}/file/bot${telegram.token}/${path}`)
}

async function fetched(telegram: Simulator, path: string) {
  return new Uint8Array(await (await download(telegram, path)).arrayBuffer())
}
