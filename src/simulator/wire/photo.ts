import { addSize, type Files, hold, longSide, type Size, scaled } from './files.ts'
import { badRequest } from './refusal.ts'
import type { PhotoSize } from './telegram.ts'
import { isUpload } from './upload.ts'

/** The longer sides of what Telegram makes of a photo; the first is the thumbnail. */
const SIDES = [90, 320, 800, 1280, 2560]

/** A photo of which nobody has the bytes, so getFile knows nothing of it. */
export function newPhoto(files: Files, file_size = 1000): PhotoSize[] {
  return noted(files, [addSize(files, {}, { width: 640, height: 480, file_size })])
}

/** A photo in all its sizes. The largest says truly how many bytes it has; of a smaller one it is about what they would be. */
export function addPhoto(files: Files, bytes: Uint8Array, given: Size): PhotoSize[] {
  if (!(longSide(given) > 0)) throw badRequest('PHOTO_INVALID_DIMENSIONS')
  const content = hold(files, bytes)
  const largest = Math.min(longSide(given), Math.max(...SIDES))
  const sides = [...SIDES.filter((side) => side < largest), largest]
  const sizes = sides.map((side) => {
    const file_size = Math.ceil(bytes.length * (side / largest) ** 2)
    return addSize(files, content, { ...scaled(given, side), file_size })
  })
  return noted(files, sizes)
}

/** The photo that a bot sends: an upload, an address or the id of a photo it knows. */
export function photoOf(files: Files, given: unknown): PhotoSize[] {
  if (isUpload(given)) return newPhoto(files, given.size)
  const known = files.photos.get(String(given))
  if (known) return known
  if (/^https?:\/\//.test(String(given))) return newPhoto(files)
  throw badRequest('wrong file identifier/HTTP URL specified')
}

function noted(files: Files, photo: PhotoSize[]): PhotoSize[] {
  for (const { file_id } of photo) files.photos.set(file_id, photo)
  return photo
}
