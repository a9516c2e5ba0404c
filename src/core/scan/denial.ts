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
  let listTo = -1
  return matches.filter((match) => {
    if (!['sign', 'fact', 'place'].includes(match.means.kind)) return true
    const isDenied =
      ahead.has(match.from) || behind.has(match.to) || goesOn(tokens, listTo, match.from)
    if (isDenied) listTo = Math.max(listTo, match.to)
    return !isDenied
  })
}

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
