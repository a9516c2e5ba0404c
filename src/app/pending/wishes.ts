import { type Chore, isChore } from '../../core/nature.ts'
import type { Deed, Held } from '../../core/turn.ts'
import { type Source, sources } from '../ports/source.ts'

/** What a chore wishes, seen beside other wishes. */
interface Wish {
  /** The same in two lists: the same wish, however it was stored in between. */
  name: string
  /** What comes by itself and is changed by it; a later wish for the same takes its place. None: it changes nothing of that. */
  changes?: string
  /** It is taken back by an end of this. */
  endedWith?: keyof Held
  /** A person's step does it again when they come back to it. */
  isStepped?: true
}

const wishes: { [Kind in Chore['kind']]: (chore: Extract<Chore, { kind: Kind }>) => Wish } = {
  check: () => ({ name: 'check', isStepped: true }),
  remind: ({ dues }) => ({
    name: `remind ${dues.map(({ minute, what }) => `${minute}#${what}`).join(' ')}`,
    changes: 'dues',
    endedWith: 'dues',
  }),
  subscribe: ({ theme, on }) => ({
    name: `${on ? 'on' : 'off'} ${theme}`,
    changes: `theme ${theme}`,
    endedWith: 'themes',
  }),
  speak: () => ({ name: 'speak', changes: 'language' }),
  end: ({ what }) => ({ name: `end ${what.join(' ')}`, changes: 'all' }),
}

function wishOf<Kind extends Chore['kind']>(
  chore: Extract<Chore, { kind: Kind }> & { kind: Kind },
): Wish {
  return wishes[chore.kind](chore)
}

/** Changes what comes by itself. */
export function isHolding(deed: Deed): deed is Chore {
  return isChore(deed) && wishOf(deed).changes !== undefined
}

/** Nobody else need do it: where the person left it, they come back to its step. */
export function isAskedAnew(deed: Deed, source: Source): boolean {
  return isChore(deed) && wishOf(deed).isStepped === true && sources[source].isPersons
}

/** Whether both lists wish the same. */
export function sameWishes(some: Deed[], others: Deed[]): boolean {
  return some.map(nameOf).join() === others.map(nameOf).join()
}

function nameOf(deed: Deed) {
  return isChore(deed) ? wishOf(deed).name : deed.kind
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
    const isEnded = later.kind === 'end' && later.what.some((what) => what === endedWith)
    return isEnded || changes === wishOf(later).changes ? [] : [earlier]
  }
}
