import { type Case, type CaseClock, caseClocks } from '../../core/case.ts'
import type { World } from '../ports/world.ts'
import { changeCase } from './change.ts'

type Clocked = Pick<World, 'cases' | 'plans'>

/** What the clock shall bring to the desk of a case, in minutes since 1970. */
export interface Alarm {
  what: CaseClock
  minute: number
}

/**
 * The clock brings this to the desk, in the place of what was set under that name. The case names it first, so that forgetting finds it; what
 * a crash left undone is done by a repeat.
 */
export async function setClock(
  world: Clocked,
  chat: number,
  { what, minute }: Alarm,
  change: (one: Case) => Case = (one) => one,
): Promise<void> {
  let before: number | undefined
  const kept = await changeCase(world, chat, (one) => {
    before = one.clock?.[what]
    return one.state === 'closed'
      ? undefined
      : change({ ...one, clock: { ...one.clock, [what]: minute } })
  })
  if (!kept) return
  await world.plans.setForCase({ chat, desk: kept.desk, minute, what })
  if (before !== undefined && before !== minute)
    await world.plans.doneForCase({ chat, minute: before, what })
}

/** It was brought, or is not to be. */
export async function endClock(world: Clocked, chat: number, { what, minute }: Alarm) {
  await changeCase(world, chat, ({ clock, ...one }) => {
    const { [what]: known, ...left } = clock ?? {}
    return known === minute ? { ...one, clock: left } : undefined
  })
  await world.plans.doneForCase({ chat, minute, what })
}

/** Nothing is to come to the desk of this case any more. Safe to repeat. */
export async function stopClock(
  { plans }: Pick<World, 'plans'>,
  chat: number,
  { clock = {} }: Case,
): Promise<void> {
  for (const [what, minute] of Object.entries(clock))
    if (isClock(what)) await plans.doneForCase({ chat, minute, what })
}

function isClock(name: string): name is CaseClock {
  return caseClocks.some((one) => one === name)
}
