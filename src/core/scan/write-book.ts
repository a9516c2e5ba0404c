import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Shelf, Spoken, WrittenBook } from '../knowledge/meaning.ts'
import { meanings, spoken } from './meanings.ts'
import { keysOf, type Pattern, plainPattern, toPattern } from './pattern.ts'

/** What a book is made of. */
type Words = Pick<Knowledge, 'phrases' | 'emergencyNumbers'>

/** So long is a word in which one slip cannot make another word of it; one that is a letter shorter is known all the same. */
export const longFrom = 6

/** Where a slip of the finger is forgiven: it must not cost anybody help. An everyday word (`filler`) is no slip of these. */
const forgiven: Spoken['kind'][] = ['danger', 'alarm', 'worry', 'urgent']

/**
 * Files the phrases of every language. That takes half a second, so it is done when the bundle is made; who opens the book
 * reads of it what a message needs.
 */
export function writeBook({ phrases, emergencyNumbers }: Words): WrittenBook {
  const all = Object.values(phrases)
  const book: WrittenBook = {
    groups: all.map(({ groups }) => groups),
    places: newShelf(),
    phrases: newShelf(),
    spoken: newShelf(),
    long: {},
  }
  const long = new Map<string, Set<string>>()
  for (const [language, one] of all.entries()) {
    for (const [words, means] of meanings(one)) {
      const shelf = means.kind === 'place' ? book.places : book.phrases
      file(shelf, { words, language, means, pattern: toPattern(words, one.groups) })
    }
    for (const [words, means] of spoken(one)) {
      const pattern = toPattern(words, one.groups)
      file(book.spoken, { words, language, means, pattern })
      if (forgiven.includes(means.kind) || means.kind === 'filler') keepLong(long, pattern)
    }
  }
  for (const words of emergencyNumbers) {
    const means: Spoken = { kind: 'whole', says: 'danger' }
    file(book.spoken, { words, language: 0, means, pattern: toPattern(words) })
  }
  for (const [letter, words] of long) book.long[letter] = [...words]
  return book
}

function newShelf<Means>(): Shelf<Means> {
  return { means: [], phrases: [], drawers: {} }
}

interface Filed<Means> {
  words: string
  language: number
  means: Means
  pattern: Pattern
}

function file<Means>(shelf: Shelf<Means>, { words, language, means, pattern }: Filed<Means>) {
  const number = shelf.phrases.push([plainPattern(words), language, numberOf(shelf, means)]) - 1
  for (const key of new Set(keysOf(pattern))) {
    const drawer = shelf.drawers[key] ?? []
    drawer.push(number)
    shelf.drawers[key] = drawer
  }
}

/** Neighbours mean the same. */
function numberOf<Means>({ means: all }: Shelf<Means>, means: Means): number {
  const last = all.at(-1)
  if (JSON.stringify(last) !== JSON.stringify(means)) all.push(means)
  return all.length - 1
}

function keepLong(long: Map<string, Set<string>>, { parts, anywhere }: Pattern) {
  const words = [parts, ...anywhere]
    .flat()
    .flatMap((part) => (part.kind === 'word' ? part.oneOf : []))
  for (const { text, isBeginning } of words) {
    if (text.length < longFrom - 1) continue
    const letter = text.charAt(0)
    const filed = long.get(letter) ?? new Set()
    long.set(letter, filed.add(isBeginning ? `${text}*` : text))
  }
}
