import { randomUUID } from 'node:crypto'
import { badRequest } from './refusal.ts'
import type { PhotoSize } from './telegram.ts'
import { isUpload } from './upload.ts'

/** Photos by file id, so that the bot may send them again. Their bytes are not kept. */
export type Photos = Map<string, PhotoSize[]>

export function newPhoto(photos: Photos, size = 1000): PhotoSize[] {
  const id = randomUUID()
  const file = { file_id: `photo-${id}`, file_unique_id: id.slice(0, 8) }
  const photo = [{ ...file, width: 640, height: 480, file_size: size }]
  photos.set(file.file_id, photo)
  return photo
}

/** The photo that a bot sends: an upload, an address or the id of a photo it knows. */
export function photoOf(photos: Photos, given: unknown): PhotoSize[] {
  if (isUpload(given)) return newPhoto(photos, given.size)
  const known = photos.get(String(given))
  if (known) return known
  if (/^https?:\/\//.test(String(given))) return newPhoto(photos)
  throw badRequest('wrong file identifier/HTTP URL specified')
}
