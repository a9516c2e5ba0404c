import type { PictureRead } from '../core/picture.ts'
import { openCodes } from './codes.ts'
import { headerOf } from './limits.ts'
import { confidenceOf, textOf } from './lines.ts'
import { mended } from './mended.ts'
import { openLetters } from './ocr.ts'
import type { Place } from './place.ts'

/** One picture, here and now: whoever calls it does nothing else meanwhile. */
export type Read = (picture: Uint8Array) => Promise<PictureRead>

/**
 * Opens models and wasm once; throws where one is missing. A picture that needs more than so many milliseconds is `slow`; they
 * are looked at between two lines, so whoever must not wait at all ends the thread.
 */
export async function openRead(place: Place, time = 15_000): Promise<Read> {
  const [letters, codes] = await Promise.all([openLetters(place, time), openCodes(place.codes)])
  return async (picture) => {
    const header = headerOf(picture)
    if ('fault' in header) return header
    try {
      const lines = letters.read(picture, header)
      if ('fault' in lines) return lines
      // zxing knows no WebP.
      const hosts = await codes(header.kind === 'webp' ? letters.toPng(picture) : picture)
      return { text: mended(textOf(lines)), confidence: confidenceOf(lines), hosts }
    } catch {
      return { fault: 'broken' }
    }
  }
}
