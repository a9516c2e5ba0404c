import { asCaption } from '../methods/content.ts'
import { captionText } from '../text/text.ts'
import { addDocument } from '../wire/files.ts'
import { addPhoto } from '../wire/photo.ts'
import type { Draft } from '../wire/telegram.ts'
import type { World } from '../world.ts'

/** A picture as somebody sends it. */
export interface Picture {
  bytes: Uint8Array
  /** In pixels; 0 where a file is no picture that Telegram knows. */
  width: number
  height: number
  caption?: string
  /** As it is, instead of as a photo in sizes that Telegram makes. */
  asFile?: { name: string; mime: string }
  /** Pictures with the same name are one album; each comes as an update of its own. */
  album?: string
  forwarded?: boolean
}

/** What the message holds that brings it. */
export function pictureOf({ files }: World, picture: Picture): Omit<Draft, 'from'> {
  const { bytes, width, height, caption = '', asFile, album } = picture
  const words = asCaption(captionText({ text: caption.toWellFormed() }))
  const content = asFile
    ? { document: addDocument(files, bytes, { width, height, ...asFile }) }
    : { photo: addPhoto(files, bytes, { width, height }) }
  return { ...(album && { media_group_id: album }), ...content, ...words }
}
