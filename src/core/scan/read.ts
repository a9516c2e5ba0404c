import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Spoken } from '../knowledge/meaning.ts'
import { bookOf, findAll, type Match } from './book.ts'
import { undenied } from './denial.ts'
import type { Page } from './pattern.ts'
import { type Tokens, tokenize } from './tokens.ts'

/** A message with the one that it answers to, and most rich ones; what is behind is not read. */
const readAtMost = 16_384

/** So many words tell who speaks and of what; more of them would only take time. */
export const spokenTo = 250

/** A text with all that phrases find in it, each kind when it is first asked for. It holds the text, so it is never kept. */
export interface Reading {
  words: Tokens
  /** What an advert says and does not take back. */
  advert: () => Match[]
  /** How a person speaks who wants something. */
  spoken: () => Match<Spoken>[]
}

/** Pure; takes time in proportion to the text, whatever it holds. */
export function read(text: string, knowledge: Knowledge): Reading {
  const words = tokenize(text.slice(0, readAtMost))
  const { tokens } = words
  const places = once(() => findAll(bookOf(knowledge).places, { tokens, countries: new Set() }))
  const page = once((): Page => ({ tokens, countries: new Set(places().flatMap(wordsOf)) }))
  return {
    words,
    advert: once(() =>
      undenied([...places(), ...findAll(bookOf(knowledge).phrases, page())], tokens),
    ),
    spoken: once(() =>
      findAll(bookOf(knowledge).spoken, { ...page(), tokens: tokens.slice(0, spokenTo) }),
    ),
  }
}

const readings = new WeakMap<object, Reading>()

/** The same of a message that is looked at from several sides: read once, and forgotten with the message. */
export function readOnce(message: object, text: string, knowledge: Knowledge): Reading {
  const reading = readings.get(message) ?? read(text, knowledge)
  readings.set(message, reading)
  return reading
}

/** The words of a country that was found; a town is a name like any other. */
function wordsOf({ means, from, to }: Match) {
  if (means.kind === 'place' && means.isTown) return []
  return Array.from({ length: to - from }, (_, index) => from + index)
}

function once<Made>(make: () => Made): () => Made {
  let made: { is: Made } | undefined
  return () => {
    made ??= { is: make() }
    return made.is
  }
}
