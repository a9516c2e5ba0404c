import { type Fact, isFact } from './nature.ts'
import type { Effect, Known, Ticks } from './turn.ts'

/** What is known after these effects: of each fact the newest, of lists those of which something is done. */
export function applyFacts<Of extends Known>(
  { ticks, ...known }: Of,
  effects: Effect[],
): Omit<Of, 'ticks'> & { ticks?: Ticks } {
  const newer = effects.filter(isFact)
  const all: Ticks = Object.assign({}, ticks, ...newer.map((fact) => fact.ticks))
  const lists = Object.entries(all).filter(([, items]) => items.length > 0)
  const left = lists.length > 0 && { ticks: Object.fromEntries(lists) }
  return Object.assign({}, known, ...newer.map(bare), left)
}

function bare({ kind: _, ticks: __, ...facts }: Fact) {
  return facts
}
