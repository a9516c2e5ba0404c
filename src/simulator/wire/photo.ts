import { addSize, type Files, hold, longSide, type Size, scaled } from './files.ts'
import { pngSize } from './raster.ts'
import { badRequest } from './refusal.ts'
import type { PhotoSize } from './telegram.ts'
import { isUpload, takeBytes, type Upload } from './upload.ts'

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
  if (isUpload(given)) return uploaded(files, given)
  const known = files.photos.get(String(given))
  if (known) return known
  if (/^https?:\/\//.test(String(given))) return newPhoto(files)
  throw badRequest('wrong file identifier/HTTP URL specified')
}

/** Longer sides together, and one much longer than the other, Telegram refuses. */
const most = { sides: 10_000, ratio: 20 }

/** Only of a PNG is it known how large it is. */
function uploaded(files: Files, upload: Upload): PhotoSize[] {
  const bytes = takeBytes(upload)
  const size = bytes && pngSize(bytes)
  if (!bytes || !size) return newPhoto(files, upload.size)
  const { width, height } = size
  const isOdd = Math.max(width / height, height / width) > most.ratio
  if (width + height > most.sides || isOdd) throw badRequest('PHOTO_INVALID_DIMENSIONS')
  return addPhoto(files, bytes, size)
}

function noted(files: Files, photo: PhotoSize[]): PhotoSize[] {
  for (const { file_id } of photo) files.photos.set(file_id, photo)
  return photo
}
