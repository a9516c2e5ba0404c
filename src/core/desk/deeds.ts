import type { Case } from '../case.ts'

/** What somebody of a desk does with a case: the case as it is then, or why not, by its word in `desk.json`. */
export type Done = { one: Case } | { why: Refusal }
export const refusals = ['over', 'theirs', 'yours', 'untaken', 'waiting', 'own-review'] as const
export type Refusal = (typeof refusals)[number]

export type Deed = (one: Case, by: number, at: number) => Done

/** One has a case, and nobody else, until they give it back. */
const take: Deed = (one, by, at) => {
  if (one.state === 'closed') return { why: 'over' }
  if (one.state === 'taken') return { why: one.by === by ? 'yours' : 'theirs' }
  const { isOffered: _, review, ...held } = unwatched(one)
  // Whoever has a case is no second reader of it.
  const isSecond = review !== undefined && review.by !== by
  return { one: { ...held, ...(isSecond && { review }), state: 'taken', by, waitingSince: at } }
}

/** The clock begins anew with it. */
function unwatched({ called: _, clock, ...one }: Case): Case {
  const { limit: _1, ...left } = clock ?? {}
  return { ...one, ...(clock && { clock: left }) }
}

/** What is more urgent, or less, is looked at anew: however often the desk was called, it is called again soon. */
export function hurried(one: Case): Case {
  const { called } = one
  return { ...unwatched(one), ...(called !== undefined && { called: Math.min(called, 1) }) }
}

/** Back to those who may take it. Anybody of the desk may, because whoever had it may be gone. */
const transfer: Deed = (one, _by, at) => {
  if (one.state === 'closed') return { why: 'over' }
  if (one.state === 'waiting') return { why: 'waiting' }
  const { by: _, isOffered: _1, ...free } = unwatched(one)
  return { one: { ...free, state: 'waiting', waitingSince: at } }
}

/** Whatever the desk notes of a case that is open. */
export function noting(one: Case, noted: Partial<Case>): Done {
  return one.state === 'closed' ? { why: 'over' } : { one: { ...one, ...noted } }
}

const urgent: Deed = (one) => {
  if (one.state === 'closed') return { why: 'over' }
  if (one.urgent === undefined) return { one: { ...hurried(one), urgent: 'desk' } }
  const { urgent: _, ...calm } = hurried(one)
  return { one: calm }
}

const close: Deed = (one, _by, at) => {
  if (one.state === 'closed') return { why: 'over' }
  return { one: { ...one, state: 'closed', closedAt: at } }
}

export const deeds = { take, transfer, urgent, close }
export type DeedName = keyof typeof deeds

export function isDeed(name: string): name is DeedName {
  return Object.hasOwn(deeds, name)
}

/** Whether what somebody of the desk writes there is for the person: only who has the case talks with them. */
export function refusal(one: Case, by: number): Refusal | undefined {
  if (one.state === 'closed') return 'over'
  if (one.state === 'waiting') return 'untaken'
  return one.by === by ? undefined : 'theirs'
}

/** Why somebody may not take back what stands in a case: its end is no reason. */
export function mayTakeBack(one: Case, by: number): Refusal | undefined {
  if (one.by === undefined) return 'untaken'
  return one.by === by ? undefined : 'theirs'
}
