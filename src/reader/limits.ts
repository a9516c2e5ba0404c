import { imageSize } from 'image-size'
import type { PictureFault } from '../core/picture.ts'

/** What the header of a picture says. */
export interface Header {
  kind: Kind
  width: number
  height: number
  /** How a phone says that the picture is to be turned, from 1 to 8 as in EXIF. */
  turn: number
}

/** What both tesseract and Telegram know. */
type Kind = 'jpg' | 'png' | 'webp' | 'bmp'

/** Bytes; Telegram's own photos have a tenth of it. */
export const mostBytes = 10_000_000

/** A phone's camera has twelve million. */
const mostPixels = 20_000_000

/** A screenshot of a whole page is some ten times longer than wide. */
const mostTimesLonger = 30

const fewestAcross = 16

/** Looks at the header alone, so nothing that is refused is ever opened. */
export function headerOf(picture: Uint8Array): Header | { fault: PictureFault } {
  if (picture.length > mostBytes) return { fault: 'large' }
  const kind = kindOf(picture)
  if (!kind) return { fault: 'kind' }
  const size = sizeOf(picture)
  if (!size) return { fault: 'broken' }
  const { width, height, orientation: turn = 1 } = size
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const isAbsurd = short * mostTimesLonger < long || width * height > mostPixels
  if (isAbsurd) return { fault: 'pixels' }
  if (short < fewestAcross) return { fault: 'pixels' }
  return { kind, width, height, turn }
}

/** By its first bytes: image-size would try two dozen kinds. */
function kindOf(picture: Uint8Array): Kind | undefined {
  const first = Buffer.from(picture.subarray(0, 12)).toString('hex')
  return kinds.find(([, begins]) => begins.test(first))?.[0]
}

const kinds: [Kind, RegExp][] = [
  ['jpg', /^ffd8ff/],
  ['png', /^89504e470d0a1a0a/],
  // "RIFF", its length, "WEBP"
  ['webp', /^52494646.{8}57454250/],
  ['bmp', /^424d/],
]

function sizeOf(picture: Uint8Array) {
  try {
    return imageSize(picture)
  } catch {
    return undefined
  }
}
