import type { PictureRead } from '../core/picture.ts'
import { openCodes } from './codes.ts'
import { headerOf } from './limits.ts'
import { confidenceOf, textOf, withoutJunk } from './lines.ts'
import { openLetters } from './ocr.ts'
import type { Place } from './place.ts'

/** One picture, here and now: whoever calls it does nothing else meanwhile. */
export type Read = (picture: Uint8Array) => Promise<PictureRead>

/** Opens models and wasm once; throws where one is missing. */
export async function openRead(place: Place): Promise<Read> {
  const [letters, codes] = await Promise.all([openLetters(place), openCodes(place.codes)])
  return async (picture) => {
    const header = headerOf(picture)
    if ('fault' in header) return header
    try {
      const lines = letters(picture, header)
      if ('fault' in lines) return lines
      const kept = withoutJunk(lines)
      const hosts = await codes(picture)
      return { text: textOf(kept), confidence: confidenceOf(kept), hosts }
    } catch {
      return { fault: 'broken' }
    }
  }
}
