import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Meaning, Shelf, Spoken, WrittenBook } from '../knowledge/meaning.ts'
import { onceEach } from '../once.ts'
import { endOf, keysAt, type Page, type Pattern, sizeOf, toPattern, type Word } from './pattern.ts'
import { writeBook } from './write-book.ts'

interface Entry<Means> extends Pattern {
  means: Means
  /** How many words it asks for. */
  size: number
}

/** What may begin with some letters. */
type Index<Means> = (key: string) => Entry<Means>[]

/** Countries are looked for first, because a country is no name of a firm or a town. */
export interface Book {
  places: Index<Meaning>
  phrases: Index<Meaning>
  /** How people speak who want something of the bot. */
  spoken: Index<Spoken>
  /** Words of danger that begin with a letter. */
  long: (letter: string) => Word[]
}

/** An entry that was found, by the places of its words. */
export interface Match<Means = Meaning> {
  means: Means
  from: number
  to: number
  /** How many words it asks for. */
  size: number
}

const books = new WeakMap<object, Book>()

/** The phrases of every language in one book: the one that came with the bundle, or one that is written now, once. */
export function bookOf(knowledge: Pick<Knowledge, 'phrases' | 'emergencyNumbers' | 'book'>): Book {
  const owner = knowledge.book ?? knowledge.phrases
  const book = books.get(owner) ?? open(knowledge.book?.() ?? writeBook(knowledge))
  books.set(owner, book)
  return book
}

/** A drawer is read when a word that it may hold is met for the first time. */
function open({ groups, places, phrases, spoken, long }: WrittenBook): Book {
  return {
    places: openShelf(places, groups),
    phrases: openShelf(phrases, groups),
    spoken: openShelf(spoken, groups),
    long: known(long, (words) => words.map(toWord)),
  }
}

function openShelf<Means>(
  { means, phrases, drawers }: Shelf<Means>,
  groups: WrittenBook['groups'],
): Index<Means> {
  const entry = onceEach((number: number): Entry<Means>[] => {
    const [words = '', language = 0, meant = 0] = phrases[number] ?? []
    const what = means[meant]
    if (what === undefined) return []
    const pattern = toPattern(words, groups[language])
    return [{ ...pattern, means: what, size: sizeOf(pattern) }]
  })
  return known(drawers, (numbers) => numbers.flatMap(entry))
}

/** What a list is made into, once. Keys come from messages and may be without end, so only those that there are are kept. */
function known<One, Made>(lists: Record<string, One[]>, make: (list: One[]) => Made[]) {
  const made = onceEach((key: string) => make(lists[key] ?? []))
  return (key: string) => (Object.hasOwn(lists, key) ? made(key) : [])
}

function toWord(written: string): Word {
  const isBeginning = written.endsWith('*')
  return { text: isBeginning ? written.slice(0, -1) : written, isBeginning }
}

/** Every entry that stands in the text. Each word meets only the few that may begin with it. */
export function findAll<Means>(index: Index<Means>, page: Page): Match<Means>[] {
  const elsewhere = new Map<Entry<Means>, boolean>()
  const found: Match<Means>[] = []
  const tryAll = (entries: Entry<Means>[], from: number) => {
    for (const entry of entries) {
      const to = endOf(entry.parts, page, from)
      if (to === undefined) continue
      const isWhole = elsewhere.get(entry) ?? standsElsewhere(entry, page)
      elsewhere.set(entry, isWhole)
      if (isWhole) found.push({ means: entry.means, from, to, size: entry.size })
    }
  }
  for (const from of page.tokens.keys())
    for (const key of keysAt(page.tokens, from)) tryAll(index(key), from)
  return found
}

/** Whether the words after `&` stand anywhere; asked once for each entry. */
function standsElsewhere({ anywhere }: Pattern, page: Page) {
  return anywhere.every((parts) =>
    page.tokens.some((_, at) => endOf(parts, page, at) !== undefined),
  )
}
