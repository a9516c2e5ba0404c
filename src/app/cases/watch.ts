import { type Case, isUrgent } from '../../core/case.ts'
import { isOpenAt, opensAt } from '../../core/desk/hours.ts'
import type { Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { setClock } from './clock.ts'
import { deskMembers } from './staff.ts'

const minuteMs = 60_000

/** So long a case may wait for somebody of the desk, in hours when they answer. */
export const patienceMs = { urgent: 5 * minuteMs, usual: 60 * minuteMs }

/** From the third call on the desk is called once a day. */
const dailyMs = 20 * 60 * minuteMs

/** The clock looks whether somebody takes a case that waits. Safe to repeat; what is urgent since then is looked at sooner. */
export async function watch(world: World, chat: number): Promise<void> {
  const one = await world.cases.of(chat)
  const desk = one?.state === 'waiting' ? await world.desks.get(one.desk) : undefined
  if (!one || !desk || desk.isClosed || one.thread === undefined) return
  const minute = Math.min(await limitOf(world, desk, one), one.clock?.limit ?? Infinity)
  await setClock(world, chat, { what: 'limit', minute })
}

/** By when somebody is to take it, or the desk is called, in minutes since 1970; never in the past. */
export async function limitOf(world: World, desk: Desk, one: Case): Promise<number> {
  const { content, now } = world
  const { called, waitingSince = one.consent.at } = one
  const patience = patienceOf(one)
  const isAwake = (ms: number) => isOpenAt(desk.hours, new Date(ms), content.holidays)
  const isCalledAnyway = isUrgent(one) && (await onCallAt(world, desk.id)).length > 0
  const soon = Math.floor(now().getTime() / minuteMs) + 1
  if (called === undefined && isCalledAnyway && !isAwake(now().getTime())) return soon
  const from = called === undefined ? waitingSince : now().getTime()
  const due = from + (called !== undefined && called > 1 ? dailyMs : patience)
  const isKept = isCalledAnyway || (isAwake(from) && isAwake(due))
  const opens = opensAt(desk.hours, new Date(isAwake(from) ? due : from), content.holidays) ?? due
  return Math.max(soon, Math.ceil((isKept ? due : opens + patience) / minuteMs))
}

export function patienceOf(one: Case): number {
  return isUrgent(one) ? patienceMs.urgent : patienceMs.usual
}

/** Who of a desk is called also when nobody is to answer. */
export async function onCallAt(world: World, desk: string) {
  return (await deskMembers(world, desk)).filter(({ isOnCall }) => isOnCall)
}
