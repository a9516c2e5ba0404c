import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Spoken } from '../knowledge/meaning.ts'
import { bookOf, findAll, type Match } from '../scan/book.ts'
import { isWord, type Word } from '../scan/pattern.ts'
import type { Reading } from '../scan/read.ts'
import { longFrom } from '../scan/write-book.ts'

/** What is spoken, also if every long word that nobody knows is the known one that is a slip away: `zmaknęli` is `zamknęli`. */
export function forgiving({ words, spoken }: Reading, knowledge: Knowledge): Match<Spoken>[] {
  const { long, spoken: index } = bookOf(knowledge)
  let isMended = false
  const tokens = words.tokens.map((token) => {
    const mended = mend(token.text, long(token.text.charAt(0)))
    if (mended === undefined) return token
    isMended = true
    return { ...token, text: mended }
  })
  if (!isMended) return spoken()
  return [...spoken(), ...findAll(index, { tokens, countries: new Set() })]
}

function mend(typed: string, known: Word[]): string | undefined {
  if (typed.length < longFrom - 1 || known.some((word) => isWord(typed, word))) return undefined
  for (const { text, isBeginning } of known.filter(isLong)) {
    if (!isBeginning && isNear(typed, text)) return text
    const size = [0, 1, -1].find((more) => isNear(typed.slice(0, text.length + more), text))
    if (isBeginning && size !== undefined) return text + typed.slice(text.length + size)
  }
  return undefined
}

function isLong({ text }: Word) {
  return text.length >= longFrom
}

/** Whether one letter too many, too few, wrong or swapped with its neighbour stands between two words that begin alike. */
export function isNear(typed: string, word: string): boolean {
  if (typed === word || Math.abs(typed.length - word.length) > 1) return false
  let same = 0
  while (same < word.length && typed.charAt(same) === word.charAt(same)) same++
  const [rest, left] = [typed.slice(same), word.slice(same)]
  const isOneLetter = [
    [rest.slice(1), left.slice(1)],
    [rest.slice(1), left],
    [rest, left.slice(1)],
  ].some(([one, other]) => one === other)
  const isSwapped =
    rest.charAt(0) === left.charAt(1) &&
    rest.charAt(1) === left.charAt(0) &&
    rest.slice(2) === left.slice(2)
  return isOneLetter || isSwapped
}
