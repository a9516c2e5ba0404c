import { randomUUID } from 'node:crypto'
import { badRequest } from './refusal.ts'
import type { Document, File, Message, PhotoSize } from './telegram.ts'
import { isUpload, takeBytes } from './upload.ts'

/** A bot can fetch no more, as Telegram's documentation of getFile says. */
const LARGEST_DOWNLOAD = 20 * 1024 * 1024
/** Where there is more, the oldest is forgotten: a simulator may run for days. */
const MOST_BYTES = 128 * 1024 * 1024
const THUMBNAIL_SIDE = 320

/** What was sent. Bytes lie in memory only, and no longer than a message shows them. */
export interface Files {
  sent: Map<string, Sent>
  /** By the path that getFile told. */
  served: Map<string, Sent>
  /** By the id of each of their sizes, so that the bot may send them again. */
  photos: Map<string, PhotoSize[]>
  /** All that is held, the oldest first. */
  contents: Set<Content>
}

/** All sizes of a photo are the same bytes. Without bytes it was forgotten, or there never were any. */
export interface Content {
  bytes?: Uint8Array | undefined
}

interface Sent {
  file: Omit<File, 'file_path'>
  folder: 'photos' | 'documents'
  ending: string
  content: Content
  path?: string
}

export interface Size {
  width: number
  height: number
}

export function newFiles(): Files {
  return { sent: new Map(), served: new Map(), photos: new Map(), contents: new Set() }
}

export function hold(files: Files, bytes: Uint8Array): Content {
  // A copy, so that nobody changes it from outside.
  const content = { bytes: bytes.slice() }
  files.contents.add(content)
  let held = 0
  for (const { bytes } of files.contents) held += bytes?.length ?? 0
  for (const oldest of files.contents) {
    if (held <= MOST_BYTES || oldest === content) break
    held -= oldest.bytes?.length ?? 0
    letGo(files, oldest)
  }
  return content
}

/** One size of a photo, which says of itself to have so many bytes. */
export function addSize(
  files: Files,
  content: Content,
  { file_size, ...size }: Size & { file_size: number },
): PhotoSize {
  const sent = { folder: 'photos', ending: '.jpg', content } as const
  return { ...add(files, sent, { kind: 'photo', file_size }), ...size }
}

/** A file as it is, with a small picture of it where it is one. */
export function addDocument(
  files: Files,
  bytes: Uint8Array,
  { name, mime, ...size }: Size & { name: string; mime: string },
): Document {
  const content = hold(files, bytes)
  const file_size = bytes.length
  const side = Math.min(longSide(size), THUMBNAIL_SIDE)
  const ending = /\.[a-z\d]{1,8}$/i.exec(name)?.[0] ?? ''
  const sent = { folder: 'documents', ending, content } as const
  return {
    ...add(files, sent, { kind: 'document', file_size }),
    file_name: name,
    mime_type: mime,
    ...(side > 0 && {
      thumbnail: addSize(files, content, { ...scaled(size, side), file_size }),
    }),
  }
}

/** The file that a bot sends: an upload. */
export function documentOf(files: Files, given: unknown): Document {
  const bytes = isUpload(given) ? takeBytes(given) : undefined
  if (!isUpload(given) || !bytes) throw badRequest('wrong file identifier/HTTP URL specified')
  if (bytes.length === 0) throw badRequest('file must be non-empty')
  const { filename: name, mime } = given
  return addDocument(files, bytes, { name, mime, width: 0, height: 0 })
}

/** What getFile answers. */
export function fileOf(files: Files, id: string): File {
  const sent = files.sent.get(id)
  const bytes = sent?.content.bytes
  if (!sent || !bytes) throw badRequest('wrong file_id or the file is temporarily unavailable')
  if (bytes.length > LARGEST_DOWNLOAD) throw badRequest('file is too big')
  sent.path ??= `${sent.folder}/file_${files.served.size}${sent.ending}`
  files.served.set(sent.path, sent)
  return { ...sent.file, file_path: sent.path }
}

export function bytesAt(files: Files, path: string): Uint8Array | undefined {
  return files.served.get(path)?.content.bytes
}

export function bytesOf(files: Files, id: string): Uint8Array | undefined {
  return files.sent.get(id)?.content.bytes
}

/** The ids of every file in a message. */
export function filesIn({ photo = [], document }: Message): string[] {
  const thumbnail = document?.thumbnail
  const all = [...photo, ...(document ? [document] : []), ...(thumbnail ? [thumbnail] : [])]
  return all.map(({ file_id }) => file_id)
}

/** The bytes go, the ids stay known. */
export function forgetBytes(files: Files, ids: string[]): void {
  for (const id of ids) letGo(files, files.sent.get(id)?.content)
}

export function longSide({ width, height }: Size): number {
  return Math.max(width, height)
}

/** The same form with this longer side. */
export function scaled(size: Size, side: number): Size {
  const scale = (length: number) => Math.max(1, Math.round((length * side) / longSide(size)))
  return { width: scale(size.width), height: scale(size.height) }
}

function add(
  files: Files,
  sent: Omit<Sent, 'file'>,
  { kind, file_size }: { kind: 'photo' | 'document'; file_size: number },
): Sent['file'] {
  const id = randomUUID()
  const file = { file_id: `${kind}-${id}`, file_unique_id: id.slice(0, 8), file_size }
  files.sent.set(file.file_id, { file, ...sent })
  return file
}

function letGo(files: Files, content: Content | undefined): void {
  if (!content) return
  content.bytes = undefined
  files.contents.delete(content)
}
