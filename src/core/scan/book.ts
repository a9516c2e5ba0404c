import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Period, Phrases, Point, SmallTalk } from '../knowledge/phrases.ts'
import type { Severity } from '../knowledge/severity.ts'
import {
  endOf,
  keysAt,
  keysOf,
  type Page,
  type Pattern,
  sizeOf,
  toPattern,
  type Word,
} from './pattern.ts'

/** What words mean: those of an advert, and those of a person who writes. */
export type Meaning =
  | { kind: 'sign'; sign: string; severity?: Severity; unless?: Point }
  | { kind: 'fact' | 'topic'; point: Point }
  | { kind: 'place'; country: string; isTown?: true }
  /** Takes back what follows (or precedes) at most so many words away. */
  | { kind: 'deny-before' | 'deny-after'; reach: number }
  | { kind: 'currency'; currency: string }
  | { kind: 'per'; period: Period }
  | { kind: 'net' }

/** What a person means: by the whole message, or by some words of it. */
export type Spoken =
  | { kind: 'whole'; says: Whole }
  | { kind: 'filler' | 'danger' | 'alarm' | 'worry' | 'me' | 'dear' | 'not' | 'self' | 'offer' }
  | { kind: 'urgent' | 'room'; place: string }

/** All that a message says that is nothing else. */
export type Whole = 'danger' | SmallTalk | { language: string }

export interface Entry<Means = Meaning> extends Pattern {
  means: Means
}

/** Phrases, each filed under how it begins. */
export type Index<Means = Meaning> = Map<string, Entry<Means>[]>

/** Countries are looked for first, because a country is no name of a firm or a town. */
export interface Book {
  places: Index
  phrases: Index
  /** How people speak who want something of the bot. */
  spoken: Index<Spoken>
  /** Words of danger in which a slip of the finger may be, by how they begin. */
  long: Map<string, Word[]>
}

/** An entry that was found, by the places of its words. */
export interface Match<Means = Meaning> {
  means: Means
  from: number
  to: number
  /** How many words it asks for. */
  size: number
}

/** `bez` takes back only what stands right behind it; `nie pobieramy` what follows a little later, too. */
const reaches = { word: 1, words: 4 }

const books = new WeakMap<object, Book>()

/** The phrases of every language in one book. Making it costs some milliseconds, so it is made once. */
export function bookOf({ phrases, emergencyNumbers }: Words): Book {
  const found = books.get(phrases)
  if (found) return found
  const book: Book = { places: new Map(), phrases: new Map(), spoken: new Map(), long: new Map() }
  for (const one of Object.values(phrases)) {
    for (const [written, means] of meanings(one)) {
      const index = means.kind === 'place' ? book.places : book.phrases
      file(index, { ...toPattern(written, one.groups), means })
    }
    for (const [written, means] of spoken(one)) {
      const entry: Entry<Spoken> = { ...toPattern(written, one.groups), means }
      file(book.spoken, entry)
      if (forgiven.includes(means.kind)) for (const word of longWords(entry)) keepLong(book, word)
    }
  }
  for (const dial of emergencyNumbers)
    file(book.spoken, { ...toPattern(dial), means: { kind: 'whole', says: 'danger' } })
  books.set(phrases, book)
  return book
}

/** What a book is made of. */
export type Words = Pick<Knowledge, 'phrases' | 'emergencyNumbers'>

function file<Means>(index: Index<Means>, entry: Entry<Means>) {
  for (const key of new Set(keysOf(entry))) {
    const filed = index.get(key)
    if (filed) filed.push(entry)
    else index.set(key, [entry])
  }
}

/** Every phrase of a language with what it means. */
function meanings(phrases: Phrases): [string, Meaning][] {
  const { places, towns, signs, facts, topics, denials, money } = phrases
  return [
    ...each(places, (country): Meaning => ({ kind: 'place', country })),
    ...each(towns, (country): Meaning => ({ kind: 'place', country, isTown: true })),
    ...Object.entries(signs).flatMap(([sign, all]) =>
      all.map(({ words, ...how }): [string, Meaning] => [words, { kind: 'sign', sign, ...how }]),
    ),
    ...each(facts, (point): Meaning => ({ kind: 'fact', point })),
    ...each(topics, (point): Meaning => ({ kind: 'topic', point })),
    ...denials.before.map((words): [string, Meaning] => [words, denial('deny-before', words)]),
    ...denials.after.map((words): [string, Meaning] => [words, denial('deny-after', words)]),
    ...each(money.currencies, (currency): Meaning => ({ kind: 'currency', currency })),
    ...each(money.per, (period): Meaning => ({ kind: 'per', period })),
    ...money.net.map((words): [string, Meaning] => [words, { kind: 'net' }]),
  ]
}

/** How people speak, with what they mean by it. */
function spoken({ languages, small, ...phrases }: Phrases): [string, Spoken][] {
  const { emergency, filler, danger, alarm, worry, me, dear, urgent, not, self, offers, rooms } =
    phrases
  const all = (words: string[], means: Spoken) => words.map((one): [string, Spoken] => [one, means])
  return [
    ...all(emergency, { kind: 'whole', says: 'danger' }),
    ...all(filler, { kind: 'filler' }),
    ...all(danger, { kind: 'danger' }),
    ...all(alarm, { kind: 'alarm' }),
    ...all(worry, { kind: 'worry' }),
    ...all(me, { kind: 'me' }),
    ...all(dear, { kind: 'dear' }),
    ...all(not, { kind: 'not' }),
    ...all(self, { kind: 'self' }),
    ...all(offers, { kind: 'offer' }),
    ...each(urgent, (place): Spoken => ({ kind: 'urgent', place })),
    ...each(rooms, (place): Spoken => ({ kind: 'room', place })),
    ...each(languages, (language): Spoken => ({ kind: 'whole', says: { language } })),
    ...each(small, (says): Spoken => ({ kind: 'whole', says })),
  ]
}

function each<Name extends string, Means>(
  lists: { [name in Name]?: string[] },
  mean: (name: Name) => Means,
): [string, Means][] {
  const names: Name[] = []
  for (const name in lists) names.push(name)
  return names.flatMap((name) =>
    (lists[name] ?? []).map((words): [string, Means] => [words, mean(name)]),
  )
}

function denial(kind: 'deny-before' | 'deny-after', words: string): Meaning {
  return { kind, reach: /\s/.test(words.trim()) ? reaches.words : reaches.word }
}

/** Every entry that stands in the text. Each word meets only the few that may begin with it. */
export function findAll<Means>(index: Index<Means>, page: Page): Match<Means>[] {
  const elsewhere = new Map<Entry<Means>, boolean>()
  const found: Match<Means>[] = []
  const tryAll = (entries: Entry<Means>[] = [], from: number) => {
    for (const entry of entries) {
      const to = endOf(entry.parts, page, from)
      if (to === undefined) continue
      const isWhole = elsewhere.get(entry) ?? standsElsewhere(entry, page)
      elsewhere.set(entry, isWhole)
      if (isWhole) found.push({ means: entry.means, from, to, size: sizeOf(entry) })
    }
  }
  for (const from of page.tokens.keys())
    for (const key of keysAt(page.tokens, from)) tryAll(index.get(key), from)
  return found
}

/** Whether the words after `&` stand anywhere; asked once for each entry. */
function standsElsewhere({ anywhere }: Pattern, page: Page) {
  return anywhere.every((parts) =>
    page.tokens.some((_, at) => endOf(parts, page, at) !== undefined),
  )
}

/** Where a slip of the finger is forgiven: it must not cost anybody help. */
const forgiven: Spoken['kind'][] = ['danger', 'alarm', 'worry', 'urgent']

/** So long is a word in which one slip cannot make another word of it; one that is a letter shorter is known all the same. */
export const longFrom = 6

function longWords({ parts, anywhere }: Pattern): Word[] {
  return [parts, ...anywhere]
    .flat()
    .flatMap((part) => (part.kind === 'word' ? part.oneOf : []))
    .filter(({ text }) => text.length >= longFrom - 1)
}

function keepLong({ long }: Book, word: Word) {
  const key = word.text.slice(0, 1)
  const filed = long.get(key) ?? []
  const isKnown = filed.some(
    ({ text, isBeginning }) => text === word.text && isBeginning === word.isBeginning,
  )
  if (!isKnown) long.set(key, [...filed, word])
}
