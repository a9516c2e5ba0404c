import { type Content, isQuiet } from '../../core/engine/flow.ts'
import { type Ending, isChore, isEnding } from '../../core/nature.ts'
import type { Deed } from '../../core/turn.ts'
import { type Source, sourceNames, sources } from '../ports/source.ts'
import type { Pending, Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { Busy } from '../trouble.ts'
import { compact, ends, isAskedAnew, isHolding, sameWishes } from './wishes.ts'

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

/** More than something to show, now or later: what nobody would ask for again. */
export function isOwed(deed: Deed, source: Source): boolean {
  return isDeep(deed) && !isAskedAnew(deed, source)
}

/**
 * Whether whoever decided it, or took it over, may still be at work on it. `at` is 0 where they have given it back. What was
 * begun before the only process began has died with the one before.
 */
export function isAtWork({ content, now, aloneSince }: Working, { at, effects }: Pending): boolean {
  if (aloneSince && at < aloneSince.getTime()) return false
  // A clock that was set back must not make it last longer.
  const since = Math.abs(now().getTime() - at)
  const isUrgent = effects.some((deed) => isEnding(deed) || isHelp(content, deed))
  return since < atWorkMs[isUrgent ? 'urgently' : 'usually']
}

/** It has no time for so long that what comes behind it in Telegram's queue, perhaps a call for help, must not wait. */
export function isTooLong({ failed = 0 }: Pending, error: unknown): error is Busy {
  return error instanceof Busy && (failed >= patience.times || error.seconds > patience.seconds)
}

const patience = { times: 3, seconds: 10 }

type Working = Pick<World, 'content' | 'now' | 'aloneSince'>

function isHelp(content: Content, deed: Deed) {
  return 'at' in deed && deed.at !== undefined && isQuiet(content, deed.at.flow)
}

/** All that is written down, the oldest of each source first. */
export function standings({ pending }: Pick<Talk, 'pending'>): Standing[] {
  return sourceNames.flatMap((source) => {
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
  const ending = newer.find(isEnding)
  if (ending && leaves[ending.kind] === 'nothing') return { [source]: entry }
  const pending: Talk['pending'] = Object.fromEntries(
    Object.entries(before).map(([name, { left, ...one }]) => [
      name,
      { ...followed(one, newer), ...(left && { left: left.map((old) => followed(old, newer)) }) },
    ]),
  )
  if (newer.some((deed) => ends(deed, 'dues')))
    for (const held of sourceNames.filter((name) => sources[name].isHeld)) delete pending[held]
  const old = standings({ pending: before }).filter((one) => ending || one.source === source)
  const left = old.flatMap((one) => carriedOn(one, { source, entry }))
  const mine = { ...entry, ...(left.length > 0 && { left }) }
  // After an ending nothing older may be said any more, also not by a repeat.
  return ending ? { [source]: mine } : { ...pending, [source]: mine }
}

/** What an ending leaves to be done of what was decided before it. */
const leaves: { [Kind in Ending['kind']]: 'chores' | 'nothing' } = {
  hide: 'chores',
  forget: 'nothing',
}

/** What is left to do of an entry whose place is taken. */
function carriedOn({ entry: old }: Standing, newer: { source: Source; entry: Pending }) {
  const undone = old.effects.filter((deed) => isOwed(deed, newer.source))
  const left = followed({ ...old, effects: undone }, newer.entry.effects)
  const isFree = newer.entry.at - old.at >= atWorkMs.usually
  const isDoneByNewer = isFree && sameWishes(left.effects, newer.entry.effects.filter(isDeep))
  return left.effects.length > 0 && !isDoneByNewer ? [left] : []
}

function followed(entry: Pending, newer: Deed[]): Pending {
  const effects = entry.effects.filter((deed) => !isDoneBy(deed, newer))
  if (!effects.some(isHolding)) return { ...entry, effects }
  return { ...entry, effects: compact([...effects, ...newer.filter(isHolding)]) }
}

/** The newer ending of the same kind does it too. */
function isDoneBy(deed: Deed, newer: Deed[]) {
  return isEnding(deed) && newer.some(({ kind }) => kind === deed.kind)
}

/** Whether an update came before: it is among the last that are remembered, or not done yet, however long ago. */
export function isDecided(
  { recent, pending }: Talk,
  { source, update }: { source: Source; update: number },
): boolean {
  return recent.includes(update) || pending[source]?.update === update
}

/** Whether something that was decided may no longer be said: the chat was emptied since, or the person erased, or it was ended. */
export function isCut(
  talk: Talk | undefined,
  { source, update }: { source: Source; update: number },
): boolean {
  if (talk?.pending[source]?.update === update) return false
  if (!talk || (sources[source].isHeld && !talk.pending[source])) return true
  const place = talk.recent.indexOf(update)
  return place < 0 || (talk.cut !== undefined && talk.recent.indexOf(talk.cut) > place)
}

/** Whether one update was decided after another. */
export function isLater({ recent }: Pick<Talk, 'recent'>, update: number, than: number): boolean {
  // One that is not remembered any more was decided before all that are.
  return recent.indexOf(update) > recent.indexOf(than)
}
