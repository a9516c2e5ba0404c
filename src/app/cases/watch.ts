import { type Case, isUrgent } from '../../core/case.ts'
import { isOpenAt, opensAt } from '../../core/desk/hours.ts'
import type { Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { setClock } from './clock.ts'
import { deskMembers } from './staff.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** How many minutes of the desk's hours a case waits before each call; behind the last of these there is one a day. */
const patience = { urgent: [5, 5, 5, 60, 60], usual: [60, 60] }

/** So often the desk is called, and so long anybody waits; then they hear that nobody is there. */
const callsAtMost = { urgent: 8, usual: 6 }
const waitingAtMost = 7 * dayMs

/**
 * The clock looks whether somebody takes a case that waits, or answers one that was taken. Safe to repeat; what is urgent since then is
 * looked at sooner. Anew: what was reckoned before does not hold, because hours have changed.
 */
export async function watch(world: World, chat: number, how?: 'anew'): Promise<void> {
  const one = await world.cases.of(chat)
  const desk = one && isWatched(one) ? await world.desks.get(one.desk) : undefined
  if (!one || !desk || desk.isClosed || one.thread === undefined) return
  const minute = await limitOf(world, desk, one)
  const known = how === 'anew' ? undefined : one.clock?.limit
  const isAhead = known !== undefined && known * minuteMs > world.now().getTime()
  await setClock(world, chat, { what: 'limit', minute: isAhead ? Math.min(minute, known) : minute })
}

/** The same for all cases of a desk. */
export async function watchAll(world: World, { group }: Pick<Desk, 'group'>): Promise<void> {
  for (const { chat, until } of await world.desks.topics(group))
    if (chat !== undefined && until === undefined) await watch(world, chat, 'anew')
}

function isWatched({ state, answeredAt }: Case): boolean {
  return state === 'waiting' || (state === 'taken' && answeredAt === undefined)
}

/** By when somebody is to take it, or the desk is called, in minutes since 1970; never in the past. */
export async function limitOf(world: World, desk: Desk, one: Case): Promise<number> {
  const { content, now } = world
  const { called, waitingSince = one.consent.at } = one
  const isAwake = (ms: number) => isOpenAt(desk.hours, new Date(ms), content.holidays)
  const isCalledAnyway = isUrgent(one) && (await onCallAt(world, desk.id)).length > 0
  const soon = Math.floor(now().getTime() / minuteMs) + 1
  if (called === undefined && isCalledAnyway && !isAwake(now().getTime())) return soon
  const from = called === undefined ? waitingSince : now().getTime()
  const span = spanOf(one)
  const due = from + span
  const isKept = isCalledAnyway || (isAwake(from) && isAwake(due))
  const opens = opensAt(desk.hours, new Date(isAwake(from) ? due : from), content.holidays) ?? due
  const isDaily = span === dayMs
  return Math.max(soon, Math.ceil((isKept ? due : opens + (isDaily ? 0 : span)) / minuteMs))
}

/** Until the next call. */
function spanOf(one: Case): number {
  const minutes = patience[isUrgent(one) ? 'urgent' : 'usual'][one.called ?? 0]
  return minutes === undefined ? dayMs : minutes * minuteMs
}

/** Nobody comes any more. */
export function isGivenUp({ now }: Pick<World, 'now'>, one: Case): boolean {
  const { called = 0, waitingSince = one.consent.at } = one
  if (called >= callsAtMost[isUrgent(one) ? 'urgent' : 'usual']) return true
  return called > 1 && now().getTime() - waitingSince > waitingAtMost
}

/** Who of a desk is called also when nobody is to answer. */
export async function onCallAt(world: World, desk: string) {
  return (await deskMembers(world, desk)).filter(({ isOnCall }) => isOnCall)
}
