import type { Line } from './lines.ts'

/** Rows of a picture, from the first to before the last. */
export interface Strip {
  from: number
  to: number
}

/** Where a line could stand and none was found: headings in another colour, white on a bar, bubbles of another shade. */
export function stripsWithout(lines: Line[], height: number): Strip[] {
  const heights = lines.map(({ box }) => box.height).sort((a, b) => a - b)
  const least = Math.max(16, 1.3 * (heights[Math.floor(heights.length / 2)] ?? 0))
  const strips: Strip[] = []
  let from = 0
  const boxes = lines.map(({ box }) => box).sort((a, b) => a.top - b.top)
  for (const { top, height: tall } of [...boxes, { top: height, height: 0 }]) {
    if (top - from >= least) strips.push({ from, to: top })
    from = Math.max(from, top + tall)
  }
  return strips
}

/** Strokes of three letters; the edge of a bubble or a colour that fades changes less often, or in fewer rows. */
const fewestChanges = 8
const fewestRows = 8

/** Parts of a strip that look like letters, with the room that tesseract needs around them. */
export function bandsOf(changes: number[], { from, to }: Strip): Strip[] {
  const bands: Strip[] = []
  let start: number | undefined
  for (let row = 0; row <= changes.length; row += 1) {
    const isBusy = (changes[row] ?? 0) >= fewestChanges
    if (isBusy) start ??= row
    else if (start !== undefined) {
      if (row - start >= fewestRows) addBand(bands, { from: from + start, to: from + row })
      start = undefined
    }
  }
  return bands.map((band) => {
    const room = Math.max(10, 0.4 * (band.to - band.from))
    return { from: Math.max(from, band.from - room), to: Math.min(to, band.to + room) }
  })
}

/** Lines that follow each other are read together. */
function addBand(bands: Strip[], band: Strip) {
  const last = bands.at(-1)
  if (last && band.from - last.to < 2 * (band.to - band.from)) last.to = band.to
  else bands.push(band)
}

/** Puts what a strip holds before the first line below it. */
export function insert(lines: Line[], more: Line[], { to }: Strip): Line[] {
  const next = lines.findIndex(({ box }) => box.top >= to)
  return lines.toSpliced(next < 0 ? lines.length : next, 0, ...more)
}
