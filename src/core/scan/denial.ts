import type { Match } from './book.ts'
import type { Token } from './tokens.ts'

/**
 * Matches that the text does not take back: `bez zaliczek`, `opłat nie pobieramy`, `no deposit or fee`. A comma or a
 * full stop ends what a denial reaches, but a list goes on.
 */
export function undenied(matches: Match[], tokens: Token[]): Match[] {
  const ahead = new Set<number>()
  const behind = new Set<number>()
  for (const { means, from, to } of matches) {
    if (means.kind === 'deny-before') mark(ahead, tokens, { at: to, step: 1, reach: means.reach })
    if (means.kind === 'deny-after')
      mark(behind, tokens, { at: from, step: -1, reach: means.reach })
  }
  const elsewhere = countriesOfPeople(matches, tokens)
  let listTo = -1
  return matches.filter((match) => {
    if (match.means.kind === 'place' && elsewhere.has(match.from)) return false
    if (!['sign', 'fact', 'place'].includes(match.means.kind)) return true
    const isDenied =
      ahead.has(match.from) || behind.has(match.to) || goesOn(tokens, listTo, match.from)
    if (isDenied) listTo = Math.max(listTo, match.to)
    return !isDenied
  })
}

/** `obywatele Ukrainy, Gruzji i Indii`: where countries begin that people come from, not where the work is. */
function countriesOfPeople(matches: Match[], tokens: Token[]): Set<number> {
  const places = new Set(matches.flatMap(({ means, from }) => (means.kind === 'place' ? from : [])))
  const origins = matches.flatMap(({ means, to }) => (means.kind === 'origin' ? to : []))
  return new Set(origins.flatMap((start) => listedFrom(start, places, tokens)))
}

const listAtMost = 12

/** A list holds countries, other names and `i`; `w Polsce` is no more of it. */
function listedFrom(start: number, places: Set<number>, tokens: Token[]): number[] {
  const ahead = tokens.slice(start, start + listAtMost)
  const end = ahead.findIndex(
    ({ text, isName, before }, at) =>
      before === 'stop' || where.has(text) || !(isName || ands.has(text) || places.has(start + at)),
  )
  const length = end === -1 ? ahead.length : end
  return Array.from({ length }, (_, at) => start + at).filter((at) => places.has(at))
}

const ands = new Set('i oraz lub albo та і й або и или and or'.split(' '))
const where = new Set('w we na do in to в во у на до'.split(' '))

interface Reach {
  /** The first word that is reached, or the one after the last. */
  at: number
  step: 1 | -1
  reach: number
}

function mark(marked: Set<number>, tokens: Token[], { at, step, reach }: Reach) {
  for (let count = 0; count <= reach; count++) {
    const place = at + count * step
    const { before = 'none' } = tokens[place] ?? {}
    // A line may end right behind `no`; a later one may begin the next point of a list.
    if (before !== 'none' && !(before === 'line' && count === 0)) return
    marked.add(place)
  }
}

/** `bez kaucji, zaliczek i wpisowego`: at most one word between, no full stop. */
function goesOn(tokens: Token[], listTo: number, from: number) {
  if (listTo < 0 || from - listTo > 1 || from < listTo) return false
  return tokens.slice(listTo, from + 1).every(({ before }) => before !== 'stop')
}
