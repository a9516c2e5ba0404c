import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { newTelegram, upload } from '../telegram.ts'

/** So large by its header; the rest is nothing. */
function png(width: number, height: number) {
  const bytes = new Uint8Array(40)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const header = new DataView(bytes.buffer)
  header.setUint32(16, width)
  header.setUint32(20, height)
  return bytes
}

async function aPhone() {
  const telegram = await newTelegram()
  const person = telegram.person()
  person.send('/start')
  return { telegram, person, chat_id: person.id }
}

test('a picture that a bot uploads is seen, with its size', async () => {
  const { telegram, person, chat_id } = await aPhone()
  await upload(telegram, 'sendPhoto', { chat_id, photo: 'bars.png' }, png(1200, 800))
  expect(person.chat().at(-1)).toMatchObject({ photo: true, picture: { width: 1200, height: 800 } })
})

test.each([
  ['too large', 6000, 4001],
  ['too long', 100, 2001],
])('one that is %s is refused', async (_what, width, height) => {
  const { telegram, chat_id } = await aPhone()
  const answer = await upload(
    telegram,
    'sendPhoto',
    { chat_id, photo: 'a.png' },
    png(width, height),
  )
  expect(answer.description).toBe('Bad Request: PHOTO_INVALID_DIMENSIONS')
})

test('a file that a bot uploads is seen by its name, with its bytes', async () => {
  const { telegram, person, chat_id } = await aPhone()
  const bytes = new Uint8Array(readFileSync(import.meta.filename))
  const { result } = await upload(telegram, 'sendDocument', { chat_id, document: 'a.csv' }, bytes)
  expect(person.chat().at(-1)?.file).toBe('a.csv')
  expect(result).toMatchObject({ document: { file_name: 'a.csv', file_size: bytes.length } })
})

test('an empty file is refused', async () => {
  const { telegram, chat_id } = await aPhone()
  const answer = await upload(
    telegram,
    'sendDocument',
    { chat_id, document: 'a' },
    new Uint8Array(),
  )
  expect(answer.description).toBe('Bad Request: file must be non-empty')
})
