import type { Period, Phrases, Point } from '../knowledge/phrases.ts'
import type { Severity } from '../knowledge/severity.ts'
import { endOf, keysAt, keysOf, type Page, type Pattern, toPattern } from './pattern.ts'

/** What words in an advert mean. */
export type Meaning =
  | { kind: 'sign'; sign: string; severity?: Severity; unless?: Point }
  | { kind: 'fact' | 'topic'; point: Point }
  | { kind: 'place'; country: string }
  /** Takes back what follows (or precedes) at most so many words away. */
  | { kind: 'deny-before' | 'deny-after'; reach: number }
  | { kind: 'currency'; currency: string }
  | { kind: 'per'; period: Period }
  | { kind: 'net' }

export interface Entry extends Pattern {
  means: Meaning
}

/** Phrases, each filed under how it begins. */
type Index = Map<string, Entry[]>

/** Countries are looked for first, because a country is no name of a firm or a town. */
export interface Book {
  places: Index
  phrases: Index
}

/** An entry that was found, by the places of its words. */
export interface Match {
  means: Meaning
  from: number
  to: number
}

/** `bez` takes back only what stands right behind it; `nie pobieramy` what follows a little later, too. */
const reaches = { word: 1, words: 4 }

const books = new WeakMap<object, Book>()

/** The phrases of every language in one book. Making it costs some milliseconds, so it is made once. */
export function bookOf(phrases: Record<string, Phrases>): Book {
  const found = books.get(phrases)
  if (found) return found
  const book: Book = { places: new Map(), phrases: new Map() }
  for (const [written, means] of Object.values(phrases).flatMap(meanings)) {
    const entry: Entry = { ...toPattern(written), means }
    const index = means.kind === 'place' ? book.places : book.phrases
    for (const key of new Set(keysOf(entry))) index.set(key, [...(index.get(key) ?? []), entry])
  }
  books.set(phrases, book)
  return book
}

/** Every phrase of a language with what it means. */
function meanings(phrases: Phrases): [string, Meaning][] {
  const { places, signs, facts, topics, denials, money } = phrases
  return [
    ...each(places, (country) => ({ kind: 'place', country })),
    ...Object.entries(signs).flatMap(([sign, all]) =>
      all.map(({ words, ...how }): [string, Meaning] => [words, { kind: 'sign', sign, ...how }]),
    ),
    ...each(facts, (point) => ({ kind: 'fact', point })),
    ...each(topics, (point) => ({ kind: 'topic', point })),
    ...denials.before.map((words): [string, Meaning] => [words, denial('deny-before', words)]),
    ...denials.after.map((words): [string, Meaning] => [words, denial('deny-after', words)]),
    ...each(money.currencies, (currency) => ({ kind: 'currency', currency })),
    ...each(money.per, (period) => ({ kind: 'per', period })),
    ...money.net.map((words): [string, Meaning] => [words, { kind: 'net' }]),
  ]
}

function each<Name extends string>(
  lists: { [name in Name]?: string[] },
  mean: (name: Name) => Meaning,
): [string, Meaning][] {
  const names: Name[] = []
  for (const name in lists) names.push(name)
  return names.flatMap((name) =>
    (lists[name] ?? []).map((words): [string, Meaning] => [words, mean(name)]),
  )
}

function denial(kind: 'deny-before' | 'deny-after', words: string): Meaning {
  return { kind, reach: /\s/.test(words.trim()) ? reaches.words : reaches.word }
}

/** Every entry that stands in the text. Each word meets only the few that may begin with it. */
export function findAll(index: Index, page: Page): Match[] {
  const elsewhere = new Map<Entry, boolean>()
  const found: Match[] = []
  const tryAll = (entries: Entry[] = [], from: number) => {
    for (const entry of entries) {
      const to = endOf(entry.parts, page, from)
      if (to === undefined) continue
      const isWhole = elsewhere.get(entry) ?? standsElsewhere(entry, page)
      elsewhere.set(entry, isWhole)
      if (isWhole) found.push({ means: entry.means, from, to })
    }
  }
  for (const from of page.tokens.keys())
    for (const key of keysAt(page.tokens, from)) tryAll(index.get(key), from)
  return found
}

/** Whether the words after `&` stand anywhere; asked once for each entry. */
function standsElsewhere({ anywhere }: Entry, page: Page) {
  return anywhere.every((parts) =>
    page.tokens.some((_, at) => endOf(parts, page, at) !== undefined),
  )
}
