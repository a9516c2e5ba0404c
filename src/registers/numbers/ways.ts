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
  const isLetter = letter && /^[a-z]$/.test(letter.text) && letter.gap === ' '
  if (isLetter && compact(run).length >= 5) run.push(letter)
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
  const run = withoutMeasure(words, start)
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
  if (/^[A-Z]$/.test(longest.words.at(-1)?.text ?? '')) return [longest]
  // "1234567 8 High Street"
  return words[start + run.length]?.gap === ' ' ? [single] : [single, longest]
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
function withoutMeasure(words: Word[], start: number): Word[] {
  const run = runAt(words, start, 0)
  return run.length > 1 && isMeasured(words, start, run) ? run.slice(0, -1) : run
}

/** Whether it counts or costs something: "2500 zł", "€ 300", "23 %", "12 marca". */
export function isMeasured(words: Word[], start: number, run: Word[]): boolean {
  const after = words[start + run.length]
  const isBefore = /[€$£]\s?$/.test(run[0]?.gap ?? '')
  return isBefore || (after !== undefined && (/^\s?[€$£%]/.test(after.gap) || isUnit(after.plain)))
}

/** "8448/1b": agencies' numbers of before 2025 name the kind of service behind a slash. */
export function isCertificate([, second, ...rest]: Word[]): boolean {
  return rest.length === 0 && second?.gap === '/' && /^\d[A-Za-z]?$/.test(second.text)
}

/** "12.03.2019", "2026-05-12", "12/2024": no number of a firm is written so. */
export function isDate(run: Word[]): boolean {
  if (run.length < 2 || run.slice(1).some(({ gap }) => !/^[-./]$/.test(gap))) return false
  return date.test(run.map((word) => word.text).join('-'))
}

const day = '(?:0?[1-9]|[12]\\d|3[01])'
const month = '(?:0?[1-9]|1[0-2])'
const year = '(?:19|20)\\d\\d'
const date = new RegExp(
  `^(?:${day}-${month}-(?:${year}(?:-\\d{1,3})?|\\d\\d)|${year}-${month}-${day}|\\d{1,4}-${year})$`,
)

/** Digits that stand right behind a way as if they belonged to it, and what they are: "525-726-10-26-3". */
export function leftOver(words: Word[], start: number, way: Way): Word[] {
  const run = runAt(words, start, 0)
  const rest = run.slice(way.words.length)
  if (rest.length === 0 || isCertificate(run) || !rest.every(({ text }) => /^\d+$/.test(text)))
    return []
  const digits = compact(rest).length
  const isJoined = rest[0]?.gap !== ' '
  const isFollowed = words[start + run.length]?.gap === ' ' || isMeasured(words, start, run)
  if (isJoined) return digits <= 3 ? rest : []
  return !isFollowed && digits <= 4 ? rest : []
}
