import type { PictureFault } from '../core/picture.ts'
import { withoutClocks } from './clocks.ts'
import type { Header } from './limits.ts'
import { confidenceOf, type Line, linesOf, withoutJunk } from './lines.ts'
import type { Place } from './place.ts'
import { type Look, openTesseract, type Tesseract } from './tesseract.ts'

export interface Letters {
  /** The lines of a picture. */
  read(picture: Uint8Array, header: Header): Lines
  /** The same picture, as a PNG. */
  toPng(picture: Uint8Array): Uint8Array
}

type Lines = Line[] | { fault: PictureFault }

/** A reading that is surer needs no other look. Upside down it is at 60, else at 85 and more. */
const sure = 75

/** Noise has 0.5, the smallest print 0.06. Looking for lines in noise takes minutes. */
const mostSpeckles = 0.2

/** Opens the models. A picture may take so many milliseconds; a page of three thousand letters takes eight seconds. */
export async function openLetters(place: Place, time: number): Promise<Letters> {
  const tesseract = await openTesseract(place)
  const during = <Result>(picture: Uint8Array, act: () => Result) => {
    tesseract.take(picture)
    try {
      return act()
    } finally {
      tesseract.drop()
    }
  }
  return {
    read: (picture, { turn }) =>
      during(picture, () => readBest(tesseract, turn, performance.now() + time)),
    toPng: (picture) =>
      during(picture, () => {
        tesseract.open({ turn: 1, threshold: 'global' })
        return tesseract.png()
      }),
  }
}

/** As the picture stands; where that is poor, other looks, of which the surest counts. */
function readBest(tesseract: Tesseract, turn: number, end: number): Lines {
  let best: Line[] = []
  const looks: Look[] = [{ turn, threshold: 'global' }]
  for (let look = looks.shift(); look; look = looks.shift()) {
    const lines = readOnce(tesseract, look, end - performance.now())
    if ('fault' in lines) return lines
    if (confidenceOf(lines) > confidenceOf(best)) best = lines
    if (confidenceOf(best) >= sure) break
    if (look.turn === turn && look.threshold === 'global') looks.push(...others(turn, lines))
  }
  return withoutClocks(withoutJunk(best))
}

/** Text on its side is found by the layout, upside down it is not; where nothing is found, nothing is upside down. */
function others(turn: number, lines: Line[]): Look[] {
  const local: Look = { turn, threshold: 'local' }
  const over = upsideDown[turn] ?? 3
  return lines.length === 0 ? [local] : [{ turn: over, threshold: 'global' }, local]
}

/** In EXIF's numbers. */
const upsideDown: Record<number, number> = { 1: 3, 2: 4, 3: 1, 4: 2, 5: 7, 6: 8, 7: 5, 8: 6 }

function readOnce(tesseract: Tesseract, look: Look, time: number) {
  if (!tesseract.open(look)) return { fault: 'broken' as const }
  if (time <= 0 || tesseract.speckles() > mostSpeckles) return { fault: 'slow' as const }
  tesseract.straighten(look)
  const table = tesseract.words(time)
  return table === undefined ? { fault: 'slow' as const } : linesOf(table)
}
