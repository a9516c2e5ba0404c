import type { Word } from './words.ts'

/** A part of a line. */
export interface Span {
  from: number
  to: number
}

/** A line, and what of it nobody should see. */
interface Cut {
  line: string
  words: Word[]
  cuts: Span[]
}

/** The words that would be left. */
export function wordsKept({ line, words, cuts }: Cut): Word[] {
  const isCut = signsCut(line, cuts)
  return words.filter(({ text, from, to }) => text.length > 2 && !isCut[from] && !isCut[to - 1])
}

/** One for each sign of a line that is cut. */
export function signsCut(line: string, cuts: Span[]): Uint8Array {
  const signs = new Uint8Array(line.length)
  for (const { from, to } of cuts) signs.fill(1, from, to)
  return signs
}

/** The line without what was found. */
export function cutLine({ line, cuts, isGone }: Cut & { isGone: boolean }): string {
  if (isGone) return ''
  let text = ''
  let end = 0
  for (const { from, to } of cuts.toSorted((one, other) => one.from - other.from)) {
    if (to <= end) continue
    if (from >= end) text += `${line.slice(end, from)}…`
    end = to
  }
  return text + line.slice(end)
}
