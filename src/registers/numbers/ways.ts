import { isUnit } from './labels.ts'
import { compact, looseness, runAt, type Word } from './words.ts'

/** One number as somebody may have meant it: so many words of a run. */
export interface Way {
  text: string
  words: Word[]
  /** How loosely they are joined. */
  looseness: number
}

const partsAtMost = 14

/** The words from here as one number, in every length, however they are joined. */
export function waysFrom(words: Word[], start: number): Way[] {
  const run = runAt(words, start, 2).slice(0, partsAtMost)
  // "FN 93363 z": a small letter that might be a word.
  const letter = words[start + run.length]
  if (letter && /^[a-z]$/.test(letter.text) && letter.gap === ' ') run.push(letter)
  const ways = run.map((_, at) => toWay(run.slice(0, at + 1)))
  // "B 552 100 554": the letter of a section of the register.
  const [first] = run
  const isLettered = first !== undefined && /^[A-Z]$/.test(first.text)
  const bare = isLettered ? run.slice(1).map((_, at) => toWay(run.slice(0, at + 2), 1)) : []
  return [...ways, ...bare]
}

function toWay(words: Word[], skipped = 0): Way {
  const rest = words.slice(1).map(({ gap }) => looseness(gap))
  return { text: compact(words.slice(skipped)), words, looseness: Math.max(0, ...rest) }
}

/**
 * Ways to read a number whose length says nothing: "28 860" is one number, "8448" before a telephone too; where parts
 * that belong together are not grouped like one, both readings are left, and the person is asked.
 */
export function shortWays(words: Word[], start: number): Way[] {
  const run = withoutMeasure(words, start, runAt(words, start, 0))
  const single = toWay(run.slice(0, 1))
  const joined = run
    .map((_, at) => toWay(run.slice(0, at + 1)))
    .filter(({ text }) => text.length <= 10)
  const grouped = joined.findLast(({ words: parts }) => isGrouped(parts))
  if (grouped && grouped.words.length > 1) return [grouped]
  const longest = joined.at(-1)
  if (isCertificate(run)) return [{ ...single, words: run }]
  if (!longest || longest.words.length === 1 || longest.words.length < run.length) return [single]
  // "HRB 158855 B"
  return /^[A-Z]$/.test(longest.words.at(-1)?.text ?? '') ? [longest] : [single, longest]
}

/** Thousands, or every sign apart. */
function isGrouped(parts: Word[]): boolean {
  // A letter before it: "B 123 456".
  const [first = '', ...rest] = parts.map(({ text }) => text).filter((text) => /\d/.test(text))
  if (rest.length === 0) return false
  const isThousands = first.length <= 3 && rest.every((part) => /^\d{3}$/.test(part))
  return isThousands || parts.every(({ text }) => text.length === 1)
}

/** "8448 2500 zł": what a unit follows is no part of the number before it. */
function withoutMeasure(words: Word[], start: number, run: Word[]): Word[] {
  const after = words[start + run.length]
  const isMeasured = after && (/^\s?[€$£%]/.test(after.gap) || isUnit(after.plain))
  return isMeasured && run.length > 1 ? run.slice(0, -1) : run
}

/** "8448/1b": agencies' numbers of before 2025 name the kind of service behind a slash. */
export function isCertificate([, second, ...rest]: Word[]): boolean {
  return rest.length === 0 && second?.gap === '/' && /^\d[A-Za-z]?$/.test(second.text)
}
