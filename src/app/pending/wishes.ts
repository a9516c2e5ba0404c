import type { ByKind } from '../../core/by-kind.ts'
import { type Chore, isChore } from '../../core/nature.ts'
import type { Deed, Held } from '../../core/turn.ts'
import { type Source, sources } from '../ports/source.ts'

/** What a chore wishes, seen beside other wishes. */
interface Wish {
  /** What comes by itself and is changed by it, or `nothing`; a later wish for the same takes its place. */
  changes: string
  /** It is taken back by an end of this. */
  endedWith?: keyof Held
  /** Done again by a step of the person's when they come back to it, or by whoever comes next. */
  redone: 'by its step' | 'by us'
}

type Chores = ByKind<Chore>

const wishes: { [Kind in keyof Chores]: (chore: Chores[Kind]) => Wish } = {
  check: () => ({ changes: 'nothing', redone: 'by its step' }),
  read: () => ({ changes: 'nothing', redone: 'by its step' }),
  remind: () => ({ changes: 'dues', endedWith: 'dues', redone: 'by us' }),
  subscribe: ({ theme }) => ({
    changes: `theme ${theme}`,
    endedWith: 'themes',
    redone: 'by us',
  }),
  speak: () => ({ changes: 'language', redone: 'by us' }),
  end: () => ({ changes: 'all', redone: 'by us' }),
  unsay: () => ({ changes: 'nothing', redone: 'by us' }),
  'find-desk': () => ({ changes: 'nothing', redone: 'by its step' }),
  'hand-off': () => ({ changes: 'nothing', redone: 'by us' }),
  relay: () => ({ changes: 'nothing', redone: 'by us' }),
  'take-back': () => ({ changes: 'nothing', redone: 'by us' }),
  reveal: () => ({ changes: 'nothing', redone: 'by us' }),
  'end-case': () => ({ changes: 'nothing', redone: 'by us' }),
  referral: () => ({ changes: 'nothing', redone: 'by us' }),
  reopen: () => ({ changes: 'nothing', redone: 'by us' }),
  complain: () => ({ changes: 'nothing', redone: 'by us' }),
  feedback: () => ({ changes: 'nothing', redone: 'by us' }),
}

function wishOf<Kind extends keyof Chores>(chore: Chores[Kind] & { kind: Kind }): Wish {
  return wishes[chore.kind](chore)
}

/** Changes what comes by itself. */
export function isHolding(deed: Deed): deed is Chore {
  return isChore(deed) && wishOf(deed).changes !== 'nothing'
}

/** Nobody else need do it: where the person left it, they come back to its step. */
export function isAskedAnew(deed: Deed, source: Source): boolean {
  return isChore(deed) && wishOf(deed).redone === 'by its step' && sources[source].isPersons
}

/** Whether both lists wish the same. */
export function sameWishes(some: Deed[], others: Deed[]): boolean {
  return some.map(nameOf).join() === others.map(nameOf).join()
}

/** However it was stored in between: the order of its fields says nothing. */
function nameOf(deed: Deed) {
  return JSON.stringify(deed, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted())
      : value,
  )
}

/** Whether nothing of this shall come by itself any more. */
export function ends(deed: Deed, what: keyof Held): boolean {
  return deed.kind === 'end' && deed.what.includes(what)
}

/** Without what a later wish makes needless. */
export function compact(deeds: Deed[]): Deed[] {
  return deeds.flatMap((deed, at) =>
    deeds.slice(at + 1).reduce<Deed[]>((left, later) => left.flatMap(unlessBy(later)), [deed]),
  )
}

function unlessBy(later: Deed) {
  return (earlier: Deed): Deed[] => {
    if (!isChore(later) || !isHolding(earlier)) return [earlier]
    if (earlier.kind === 'end') {
      const done = later.kind === 'end' ? later.what : later.kind === 'remind' ? ['dues'] : []
      const what = earlier.what.filter((one) => !done.includes(one))
      return what.length > 0 ? [{ ...earlier, what }] : []
    }
    const { changes, endedWith } = wishOf(earlier)
    const isEnded = endedWith !== undefined && ends(later, endedWith)
    return isEnded || changes === wishOf(later).changes ? [] : [earlier]
  }
}
