import { isChore, isEnding } from '../../core/nature.ts'
import type { Deed, Held } from '../../core/turn.ts'
import type { Source } from '../ports/arrival.ts'
import type { Pending, Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { Busy } from '../trouble.ts'

/** Longer than a turn can be at work: a Lambda's timeout. Help, hiding and forgetting are doubled rather than kept waiting. */
export const atWorkMs = { usually: 30_000, urgently: 3000 }

/** An entry, the one of a source or one that it carries on, by its source. */
export interface Standing {
  source: Source
  entry: Pending
}

/** More than something to show. It is taken off by a write of its own, so whatever stands there is not finished. */
export function isWeighty({ effects }: Pending): boolean {
  return effects.some(isDeep)
}

function isDeep(deed: Deed) {
  return isChore(deed) || isEnding(deed)
}

/**
 * Whether whoever decided it, or took it over, may still be at work on it. `at` is 0 where they have given it back. What was
 * begun before the only process began has died with the one before.
 */
export function isAtWork({ now, aloneSince }: Working, { at, effects }: Pending): boolean {
  if (aloneSince && at < aloneSince.getTime()) return false
  return now().getTime() - at < (effects.some(isUrgent) ? atWorkMs.urgently : atWorkMs.usually)
}

/** It has no time for so long that what comes behind it in Telegram's queue, perhaps a call for help, must not wait. */
export function isTooLong({ failed = 0 }: Pending, error: unknown): error is Busy {
  return error instanceof Busy && (failed >= patience.times || error.seconds > patience.seconds)
}

const patience = { times: 3, seconds: 10 }

type Working = Pick<World, 'now' | 'aloneSince'>

function isUrgent(deed: Deed) {
  return isEnding(deed) || (deed.kind === 'show' && deed.at?.flow === 'sos')
}

/** All that is written down, the oldest of each source first. */
export function standings({ pending }: Pick<Talk, 'pending'>): Standing[] {
  const sources: Source[] = ['message', 'press', 'check', 'due']
  return sources.flatMap((source) => {
    const { left = [], ...entry } = pending[source] ?? {}
    return 'update' in entry ? [...left, entry].map((one) => ({ source, entry: one })) : []
  })
}

/** The entry of an update, wherever it stands by now: an ending takes those of other sources along. */
export function standing(talk: Pick<Talk, 'pending'>, update: number): Pending | undefined {
  return standings(talk).find(({ entry }) => entry.update === update)?.entry
}

/** What stands there after the entry of an update was changed, or taken off; what it carries on stays. */
export function changed(
  { pending }: Pick<Talk, 'pending'>,
  update: number,
  change: (entry: Pending) => Pending | undefined,
): Talk['pending'] {
  const once = (entry: Pending) => (entry.update === update ? change(entry) : entry)
  const entries = Object.entries(pending).flatMap(([source, entry]) => {
    const { left: carried = [], ...bare } = entry
    const left = carried.flatMap((one) => once(one) ?? [])
    const mine = once(bare)
    if (!mine && left.length === 0) return []
    return [[source, { ...(mine ?? { ...bare, effects: [] }), ...(left.length > 0 && { left }) }]]
  })
  return Object.fromEntries(entries)
}

/**
 * What stands there once an update is decided. Newer wishes follow older ones that are not done yet, so that whoever does those,
 * and whenever, comes to what is wished last.
 */
export function after(before: Talk['pending'], source: Source, entry: Pending): Talk['pending'] {
  const newer = entry.effects
  if (newer.some(({ kind }) => kind === 'forget')) return { [source]: entry }
  const pending: Talk['pending'] = Object.fromEntries(
    Object.entries(before).map(([name, { left, ...one }]) => [
      name,
      { ...followed(one, newer), ...(left && { left: left.map((old) => followed(old, newer)) }) },
    ]),
  )
  if (newer.some((deed) => deed.kind === 'end' && deed.what.includes('dues'))) delete pending.due
  const isHiding = newer.some(({ kind }) => kind === 'hide')
  const old = standings({ pending: before }).filter((one) => isHiding || one.source === source)
  const left = old.flatMap((one) => carriedOn(one, { source, entry }))
  const mine = { ...entry, ...(left.length > 0 && { left }) }
  // After hiding nothing older may be said any more, also not by a repeat.
  return isHiding ? { [source]: mine } : { ...pending, [source]: mine }
}

/** What is left to do of an entry whose place is taken. */
function carriedOn({ entry: old }: Standing, newer: { source: Source; entry: Pending }) {
  // A question is asked anew when the person comes back to its step.
  const isAskedAnew = newer.source === 'message' || newer.source === 'press'
  const undone = old.effects.filter((deed) => isDeep(deed) && !(isAskedAnew && isCheck(deed)))
  const left = followed({ ...old, effects: undone }, newer.entry.effects)
  const isFree = newer.entry.at - old.at >= atWorkMs.usually
  const isDoneByNewer = isFree && sameWishes(left.effects, newer.entry.effects.filter(isDeep))
  return left.effects.length > 0 && !isDoneByNewer ? [left] : []
}

function isCheck({ kind }: Deed) {
  return kind === 'check'
}

/** Changes what comes by itself. */
function isHolding(deed: Deed) {
  return isChore(deed) && !isCheck(deed)
}

function followed(entry: Pending, newer: Deed[]): Pending {
  const isHiding = newer.some(({ kind }) => kind === 'hide')
  const effects = entry.effects.filter(({ kind }) => !(isHiding && kind === 'hide'))
  if (!effects.some(isHolding)) return { ...entry, effects }
  return { ...entry, effects: compact([...effects, ...newer.filter(isHolding)]) }
}

/** Without what a later wish makes needless. */
function compact(deeds: Deed[]): Deed[] {
  return deeds.flatMap((deed, at) =>
    deeds.slice(at + 1).reduce<Deed[]>((left, later) => left.flatMap(unlessBy(later)), [deed]),
  )
}

function unlessBy(later: Deed) {
  return (earlier: Deed): Deed[] => {
    if (earlier.kind === 'end') {
      const done = later.kind === 'end' ? later.what : later.kind === 'remind' ? ['dues'] : []
      const what = earlier.what.filter((one) => !done.includes(one))
      return what.length > 0 ? [{ ...earlier, what }] : []
    }
    const isEnded = later.kind === 'end' && later.what.some((what) => what === heldAs(earlier))
    const isAgain = later.kind === earlier.kind && themeOf(later) === themeOf(earlier)
    return isHolding(earlier) && (isEnded || isAgain) ? [] : [earlier]
  }
}

function heldAs({ kind }: Deed): keyof Held | undefined {
  if (kind === 'remind') return 'dues'
  return kind === 'subscribe' ? 'themes' : undefined
}

function themeOf(deed: Deed) {
  return deed.kind === 'subscribe' ? deed.theme : undefined
}

/** Whether both lists wish the same. */
export function sameWishes(some: Deed[], others: Deed[]): boolean {
  return some.map(nameOf).join() === others.map(nameOf).join()
}

/** However it was stored in between. */
function nameOf(deed: Deed): string {
  if (deed.kind === 'remind') {
    const dues = deed.dues.map(({ minute, what }) => `${minute}#${what}`)
    return `remind ${dues.join(' ')}`
  }
  if (deed.kind === 'subscribe') return `${deed.on ? 'on' : 'off'} ${deed.theme}`
  return deed.kind === 'end' ? `end ${deed.what.join(' ')}` : deed.kind
}

/** Whether something that was decided may no longer be said: the chat was emptied since, or the person erased, or it was ended. */
export function isCut(
  talk: Talk | undefined,
  { source, update }: { source: Source; update: number },
): boolean {
  if (talk?.pending[source]?.update === update) return false
  if (!talk || (source === 'due' && !talk.pending.due)) return true
  const place = talk.recent.indexOf(update)
  return place < 0 || (talk.cut !== undefined && talk.recent.indexOf(talk.cut) > place)
}

/** Whether one update was decided after another. */
export function isLater({ recent }: Talk, update: number, than: number): boolean {
  // One that is not remembered any more was decided before all that are.
  return recent.indexOf(update) > recent.indexOf(than)
}
