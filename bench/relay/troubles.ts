import type { Fault } from '../../src/simulator/faults.ts'

/**
 * What becomes of an update on its way. `unheard`: our 2xx is lost. `beside`: it comes once more while the first is at work. `late`: once more
 * minutes after it was taken.
 */
export type Fate = 'unheard' | 'beside' | 'late'

/** What goes wrong, and when. */
export interface Troubles {
  ofCall: (method: string) => Fault | undefined
  ofUpdate: (update: { kind: string; chat: number }) => Fate | undefined
}

export const none: Troubles = { ofCall: () => undefined, ofUpdate: () => undefined }

/** Each of them so often, by chance: a share of all calls and of all updates. */
export function often(share: number, chance: () => number): Troubles {
  const pick = <One>(all: One[]) =>
    chance() < share * all.length ? all[Math.floor(chance() * all.length)] : undefined
  return { ofCall: () => pick(faults), ofUpdate: () => pick(fates) }
}

/** Telegram does it and its answer is lost, never hears of it, is in trouble, or has no time. */
const faults: Fault[] = [
  { kind: 'reset-after' },
  { kind: 'reset-before' },
  { kind: 'status', status: 502 },
  { kind: 'status', status: 429, retry_after: 3 },
]

const fates: Fate[] = ['unheard', 'beside', 'late']

/** Each of them once: to the first copies that are made, and to some of the people's messages after them. */
export function onceEach(): Troubles {
  const left = { faults: [...faults], fates: [...fates] }
  let messages = 0
  const isNext = () => ++messages % apart === 0
  return {
    ofCall: (method) => (method === 'copyMessage' ? left.faults.shift() : undefined),
    ofUpdate: ({ kind, chat }) =>
      kind === 'message' && chat > 0 && isNext() ? left.fates.shift() : undefined,
  }
}

const apart = 6

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
export function newChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
