import { isChore, isEnding } from '../core/nature.ts'
import type { Deed, Held } from '../core/turn.ts'
import type { Pending, Source, Talk, World } from './ports.ts'
import { Busy } from './trouble.ts'

/** Longer than a turn can be at work: a Lambda's timeout. Help, hiding and forgetting are doubled rather than kept waiting. */
const atWorkMs = { usually: 30_000, urgently: 3000 }

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

/** What stands there once an update is decided: what a newer wish makes needless is gone, what is undone is carried on. */
export function after(before: Talk['pending'], source: Source, entry: Pending): Talk['pending'] {
  const newer = entry.effects
  if (newer.some(({ kind }) => kind === 'forget')) return { [source]: entry }
  const all = Object.entries(before).map(([name, one]) => [name, without(one, newer)] as const)
  const pending: Talk['pending'] = Object.fromEntries(all)
  if (newer.some((deed) => deed.kind === 'end' && deed.what.includes('dues'))) delete pending.due
  const isHiding = newer.some(({ kind }) => kind === 'hide')
  const old = standings({ pending: before }).filter((one) => isHiding || one.source === source)
  const left = old.flatMap((one) => carriedOn(one, { source, newer }))
  const mine = { ...entry, ...(left.length > 0 && { left }) }
  // After hiding nothing older may be said any more, also not by a repeat.
  return isHiding ? { [source]: mine } : { ...pending, [source]: mine }
}

/**
 * What is left to do of an entry whose place is taken. One that has lost its chores to a newer wish stays as well: whoever
 * is at work on it learns so that they are to be undone.
 */
function carriedOn({ entry }: Standing, { source, newer }: { source: Source; newer: Deed[] }) {
  // A question is asked anew when the person comes back to its step.
  const isAskedAnew = source === 'message' || source === 'press'
  const undone = entry.effects.filter((deed) => isDeep(deed) && !(isAskedAnew && isCheck(deed)))
  return undone.length > 0 ? [without({ ...entry, effects: undone }, newer)] : []
}

function isCheck({ kind }: Deed) {
  return kind === 'check'
}

function without(entry: Pending, newer: Deed[]): Pending {
  const reduce = (deeds: Deed[]) =>
    deeds.flatMap((deed) => newer.reduce((left, wish) => left.flatMap(less(wish)), [deed]))
  const left = entry.left?.map((one) => ({ ...one, effects: reduce(one.effects) }))
  return { ...entry, effects: reduce(entry.effects), ...(left && { left }) }
}

/** What a later wish leaves of an earlier one. */
function less(later: Deed) {
  return (earlier: Deed): Deed[] => {
    // Whoever is at work on it may still do it, so what is left of it is to end it again.
    if (earlier.kind === 'remind' && later.kind === 'end')
      return later.what.includes('dues') ? [{ kind: 'end', what: ['dues'] }] : [earlier]
    if (earlier.kind === 'subscribe' && later.kind === 'end')
      return later.what.includes('themes') ? [{ ...earlier, on: false }] : [earlier]
    if (earlier.kind === 'end' && later.kind === 'remind') return ending(earlier, ['dues'])
    if (earlier.kind === 'end' && later.kind === 'end') return ending(earlier, later.what)
    if (earlier.kind === 'subscribe' && later.kind === 'subscribe')
      return earlier.theme === later.theme ? [] : [earlier]
    const isReplaced = earlier.kind === later.kind && replaced.includes(earlier.kind)
    return isReplaced ? [] : [earlier]
  }
}

function ending(earlier: Deed & { kind: 'end' }, less: (keyof Held)[]): Deed[] {
  const what = earlier.what.filter((one) => !less.includes(one))
  return what.length > 0 ? [{ ...earlier, what }] : []
}

/** The latest of these is the only one that counts. */
const replaced: Deed['kind'][] = ['remind', 'speak', 'hide']

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
