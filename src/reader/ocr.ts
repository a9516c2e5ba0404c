import type { PictureFault } from '../core/picture.ts'
import type { Header } from './limits.ts'
import { confidenceOf, type Line, linesOf } from './lines.ts'
import type { Place } from './place.ts'
import { openTesseract, type Tesseract, until } from './tesseract.ts'

/** Reads the lines of a picture. */
export type Letters = (picture: Uint8Array, header: Header) => Line[] | { fault: PictureFault }

/** Milliseconds for all that is read of one picture. */
const mostTime = 15_000

/** A reading that is surer stands upright. */
const sure = 75

export async function openLetters(place: Place): Promise<Letters> {
  const tesseract = await openTesseract(place)
  return (picture, header) => {
    tesseract.core.FS.writeFile('/input', picture)
    try {
      return readTurned(tesseract, header)
    } finally {
      tesseract.api.Clear()
      tesseract.core.FS.unlink('/input')
    }
  }
}

/** As the picture stands; where that is poor, also turned. */
function readTurned(tesseract: Tesseract, { turn }: Header): Line[] | { fault: PictureFault } {
  const end = performance.now() + mostTime
  let best: Line[] | undefined
  for (const exif of turnsOf(turn)) {
    const lines = readOnce(tesseract, exif, end - performance.now())
    if (!Array.isArray(lines)) return lines
    if (!best || confidenceOf(lines) > confidenceOf(best)) best = lines
    if (lines.length === 0 || confidenceOf(best) >= sure) break
  }
  return best ?? []
}

/** The EXIF turns that follow each other by a quarter, of a picture as it is and of one in a mirror. */
const quarters = [
  [1, 6, 3, 8],
  [2, 7, 4, 5],
]

/** The picture's own first, then those by a quarter, then upside down. */
function turnsOf(turn: number): number[] {
  const circle = quarters.find((one) => one.includes(turn)) ?? [1, 6, 3, 8]
  const at = Math.max(circle.indexOf(turn), 0)
  return [0, 1, 3, 2].map((more) => circle[(at + more) % 4] ?? 1)
}

/** Lines that climb by less are read as they are. */
const slight = 0.005

function readOnce({ api, core }: Tesseract, exif: number, time: number) {
  if (time <= 0) return { fault: 'slow' as const }
  if (api.SetImageFile(exif, 0) !== 0) return { fault: 'broken' as const }
  api.AnalyseLayout()
  const climb = api.GetGradient()
  if (Math.abs(climb) >= slight) api.SetImageFile(exif, climb)
  if (api.Recognize(until(core, time)) !== 0) return { fault: 'slow' as const }
  return linesOf(api.GetTSVText())
}
