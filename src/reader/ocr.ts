import type { PictureFault } from '../core/picture.ts'
import { withoutClocks } from './clocks.ts'
import { withoutEmoji } from './emoji.ts'
import type { Header } from './limits.ts'
import { confidenceOf, type Line, linesOf, withoutJunk } from './lines.ts'
import { bandsOf, insert, stripsWithout } from './missed.ts'
import type { Place } from './place.ts'
import { type Changes, type Look, openTesseract, type Tesseract } from './tesseract.ts'

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
  const began = performance.now()
  for (let look = looks.shift(); look; look = looks.shift()) {
    const lines = readOnce(tesseract, look, end - performance.now())
    if ('fault' in lines) return lines
    if (confidenceOf(lines) > confidenceOf(best)) best = lines
    if (confidenceOf(lines) >= sure) {
      const now = performance.now()
      best = withMissed(tesseract, lines, Math.min(end, now + (now - began) / 2))
      break
    }
    if (look.turn === turn && look.threshold === 'global') looks.push(...others(turn, lines))
  }
  return withoutClocks(withoutEmoji(withoutJunk(best)))
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
  if (time <= 0 || speckles(tesseract.changes()) > mostSpeckles) return { fault: 'slow' as const }
  tesseract.straighten(look)
  const table = tesseract.words(time)
  return table === undefined ? { fault: 'slow' as const } : linesOf(table)
}

/** For each point of a row: up to 1. */
function speckles({ width, rows }: Changes): number {
  return rows.reduce((sum, one) => sum + one, 0) / (width * rows.length)
}

/** What is found where the first look has found nothing. A strip of noise is a photo. */
function withMissed(tesseract: Tesseract, found: Line[], end: number): Line[] {
  const { width, rows } = tesseract.changes()
  let lines = found
  for (const strip of stripsWithout(withoutJunk(found), rows.length)) {
    tesseract.narrow(strip, width)
    const changes = tesseract.changes()
    if (speckles(changes) > mostSpeckles) continue
    for (const band of bandsOf(changes.rows, strip)) {
      const time = end - performance.now()
      if (time <= 0) return lines
      tesseract.narrow(band, width)
      const more = linesOf(tesseract.words(time) ?? '').filter(isSure)
      const apart = more.map((line) => ({ ...line, paragraph: `${strip.from}/${line.paragraph}` }))
      lines = insert(lines, apart, strip)
    }
  }
  return lines
}

function isSure(line: Line): boolean {
  return confidenceOf([line]) >= sure
}
