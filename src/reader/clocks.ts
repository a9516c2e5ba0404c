import type { Box, Line, Word } from './lines.ts'

/** Leaves out when a message came, as an app writes it at the end of a bubble, and the clock of the phone. Hours of work stay. */
export function withoutClocks(lines: Line[]): Line[] {
  const usual = usualHeight(lines)
  const top = Math.min(...lines.map(({ box }) => box.top))
  return lines.flatMap((line, at) => {
    if (line.box.top === top && isStatusBar(line)) return []
    const clock = clockOf(line)
    if (!clock || !isSmall(clock.box, line, usual)) return line
    const words = line.words.slice(0, clock.at)
    const before = words.at(-1)
    if (before) return isApart(before.box, clock.box) ? { ...line, words } : line
    return isUnder(lines[at - 1], clock.box) ? [] : line
  })
}

/** `14:20`, `14.20`, `1420`, also with a figure lost. */
const clockRead = /^\d{1,2}(?:[:.;]?\d{1,2})?$/

/** `AM`, and the ticks of a message that has arrived, whatever they are read as. */
const behindClock = /^(?:[AaPp]\.?[Mm]\.?|[^\p{L}\p{N}€$£%]{1,2}|[vVwWyY]{1,2}|AZ|M)$/u

/** The clock at the end of a line, and which word of it that is. */
function clockOf({ words }: Line) {
  const at = words.findLastIndex(({ text }) => !behindClock.test(text))
  const word = words[at]
  return word && clockRead.test(word.text) ? { at, box: word.box } : undefined
}

/** Letters of an app are two thirds as high as those of a message; the lower end of a line is where both stand. */
function isSmall(clock: Box, { words }: Line, usual: number): boolean {
  const top = Math.min(...words.map(({ box }) => box.top))
  return clock.height <= 0.8 * usual || clock.top - top > 0.3 * clock.height
}

/** Between words of one type there is half as much room as a figure is high. */
function isApart(before: Box, clock: Box): boolean {
  return clock.left - before.left - before.width > 0.9 * clock.height
}

/** Below the right half of what was written. */
function isUnder(above: Line | undefined, clock: Box): boolean {
  if (!above) return false
  const { left, top, width, height } = above.box
  const room = clock.top - top - height
  return room >= 0 && room < 3 * clock.height && clock.left > left + width / 2
}

/** `14:32        LTE 78%` */
function isStatusBar({ words }: Line): boolean {
  const [first, second] = words
  if (!first || !/^\d{1,2}[:.]\d\d$/.test(first.text)) return false
  return !second || second.box.left - first.box.left - first.box.width > 3 * first.box.height
}

function usualHeight(lines: Line[]): number {
  const heights = lines.flatMap(({ words }) => words.map(({ box }: Word) => box.height))
  return heights.sort((a, b) => a - b)[Math.floor(heights.length / 2)] ?? 0
}
