import type { NumberRead } from '../../core/firm/firm.ts'

/** What a kind of number looks like, in capitals and digits without separators. */
export interface Shape {
  /** Unmistakable in its length. */
  full: RegExp
  /** Shorter ways to write it, for a text of nothing else. */
  bare?: RegExp
  /** Shorter ways to write it that only a label makes clear; without it those for a text of nothing else. */
  labelled?: RegExp
  /** Its shortest form. */
  value: (text: string) => string
  /** Whether its check digits hold; kinds without have none. */
  holds?: (value: string) => boolean
  /** How many digits it has where a spreadsheet may have lost its first zeros; the check digit tells. */
  digits?: number
}

/** How clear it is from elsewhere that a text must be a number. */
export type Clue = 'none' | 'bare' | 'labelled'

/** A text in this shape, faulty or not; undefined where it has not its form. */
export function readShape(
  { full, bare, labelled = bare, value: shorten, holds, digits = 0 }: Shape,
  text: string,
  clue: Clue,
): Omit<NumberRead, 'kind'> | undefined {
  const short = { none: undefined, bare, labelled }[clue]
  const whole = clue === 'labelled' && isCut(text, digits) ? text.padStart(digits, '0') : text
  const isWhole = holds && whole !== text && holds(whole)
  if (!isWhole && !full.test(text) && !short?.test(text)) return undefined
  const value = shorten(isWhole ? whole : text)
  if (value.length >= 8 && /^(.)\1+$/.test(value)) return { value, fault: 'one-digit' }
  if (holds && !holds(value)) return { value, fault: 'check-digit' }
  return { value }
}

/** At most so many zeros are lost at its head. */
const lostAtMost = 3

function isCut(text: string, digits: number): boolean {
  return text.length < digits && text.length >= digits - lostAtMost && /^\d*[1-9]\d*$/.test(text)
}
