import { expect, test } from 'vitest'
import { parse } from '../../src/telegram/parse.ts'

const from = { id: 7, is_bot: false, first_name: 'x' }
const base = { message_id: 3, date: 1, chat: { id: 7, type: 'private' }, from }
const size = (file_id: string, side: number, file_size?: number) => ({
  file_id,
  file_unique_id: file_id,
  width: side,
  height: side,
  ...(file_size !== undefined && { file_size }),
})

function eventOf(message: object) {
  const arrival = parse({ update_id: 5, message: { ...base, ...message } })
  return arrival.kind === 'person' ? arrival.incoming.event : arrival
}

test('a photo is known by its largest size', () => {
  const photo = [size('small', 90, 900), size('large', 1280, 90_000)]
  expect(eventOf({ photo })).toEqual({ kind: 'picture', file: 'large', bytes: 90_000 })
})

test('a photo whose size Telegram does not tell is a photo too', () => {
  expect(eventOf({ photo: [size('one', 90)] })).toEqual({ kind: 'picture', file: 'one' })
})

test.each(['image/png', 'image/jpeg', 'image/webp', 'image/bmp', 'image/jpg'])(
  'a file of %s is a picture',
  (mime_type) => {
    const document = { file_id: 'd', file_unique_id: 'd', mime_type, file_size: 5 }
    expect(eventOf({ document })).toEqual({ kind: 'picture', file: 'd', bytes: 5 })
  },
)

test.each(['image/heic', 'image/gif', 'image/svg+xml'])(
  'a file of %s is one that nobody opens',
  (mime_type) => {
    const document = { file_id: 'd', file_unique_id: 'd', mime_type }
    expect(eventOf({ document })).toEqual({ kind: 'picture', file: 'd', isStrange: true })
  },
)

test.each([
  ['application/pdf', 'file'],
  ['video/mp4', 'recording'],
  [undefined, 'file'],
])('a file of %s is none', (mime_type, holds) => {
  const document = { file_id: 'd', file_unique_id: 'd', ...(mime_type && { mime_type }) }
  expect(eventOf({ document })).toEqual({ kind: 'media', holds })
})

test('an animation is none, though it is a file too', () => {
  const animation = { file_id: 'a', mime_type: 'video/mp4' }
  expect(eventOf({ animation, document: animation })).toEqual({ kind: 'media', holds: 'recording' })
})

test('what stands below it, whose it is and the album go with it', () => {
  const message = {
    photo: [size('one', 90)],
    caption: 'Praca',
    media_group_id: '13579',
    forward_origin: { type: 'hidden_user', date: 1, sender_user_name: 'x' },
  }
  expect(eventOf(message)).toEqual({
    kind: 'picture',
    file: 'one',
    caption: 'Praca',
    album: '13579',
    isTheirs: true,
  })
})

test.each([
  ['photos without any size', { photo: [] }, 'other'],
  ['a photo of another shape', { photo: [{ id: 4 }] }, 'other'],
  ['a file without a name for it', { document: { mime_type: 'image/png' } }, 'file'],
])('%s is something that cannot be read', (_what, message, holds) => {
  expect(eventOf(message)).toEqual({ kind: 'media', holds })
})

test('a command below a picture is meant', () => {
  const caption_entities = [{ type: 'bot_command', offset: 0, length: 7 }]
  const message = { photo: [size('one', 90)], caption: '/forget', caption_entities }
  expect(eventOf(message)).toEqual({ kind: 'command', name: 'forget' })
})

test('a command below a picture that is passed on is none', () => {
  const message = {
    photo: [size('one', 90)],
    caption: '/forget',
    caption_entities: [{ type: 'bot_command', offset: 0, length: 7 }],
    forward_origin: { type: 'hidden_user', date: 1, sender_user_name: 'x' },
  }
  expect(eventOf(message)).toMatchObject({ kind: 'picture', caption: '/forget' })
})
