import type { Line, Word } from './lines.ts'

/**
 * Emoji at the ends of a line are read as figures, of which the reader is not sure: 44 to 73 of 100. Of 63 painted adverts 4 lines lose one; figures
 * that belong there have 84 and more. Beside another figure it may be a part of a number, and stays.
 */
export function withoutEmoji(lines: Line[]): Line[] {
  return lines.map((line) => ({ ...line, words: withoutLast(withoutFirst(line.words)) }))
}

const sure = 75

/** Longer ones are numbers of firms, which prove themselves. */
const fewFigures = /^[^\p{L}\d€$£]{0,2}\d{1,4}[^\p{L}\d€$£]{0,2}$/u

function withoutFirst(words: Word[]): Word[] {
  const [first, second] = words
  return isEmoji(first, second) ? words.slice(1) : words
}

function withoutLast(words: Word[]): Word[] {
  return isEmoji(words.at(-1), words.at(-2)) ? words.slice(0, -1) : words
}

function isEmoji(word: Word | undefined, beside: Word | undefined): boolean {
  if (!word || !beside || word.confidence >= sure) return false
  return fewFigures.test(word.text) && /\p{L}/u.test(beside.text)
}
