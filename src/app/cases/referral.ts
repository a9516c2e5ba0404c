import { askedReferral, type Case, type Referral } from '../../core/case.ts'
import type { Effect } from '../../core/turn.ts'
import type { Performance } from '../pending/performance.ts'
import type { World } from '../ports/world.ts'
import { changeCase } from './change.ts'

/** The person says whether the desk may pass their case on; the first answer counts, and the desk hears it. Safe to repeat. */
export async function answerReferral(
  world: Pick<World, 'cases' | 'queue' | 'now'>,
  { chat, entry }: Performance,
  { isAgreed }: Extract<Effect, { kind: 'referral' }>,
): Promise<void> {
  const { update } = entry
  const at = world.now().getTime()
  const kept = await changeCase(world, chat, (one) => {
    const asked = one.state === 'closed' ? undefined : askedReferral(one)
    return asked && { ...one, referrals: withReferral(one, { ...asked, isAgreed, at }) }
  })
  const one = kept ?? (await world.cases.of(chat))
  // Where it comes again, the last answer is this one.
  if (one?.referrals?.findLast((known) => known.at !== undefined)?.isAgreed !== isAgreed) return
  const line = isAgreed ? 'referral-yes' : 'referral-no'
  await world.queue.enqueue({ kind: 'case-card', chat, desk: one.desk, update, line })
}

/** Of each organisation there is one answer, the last; one that waits for an answer is the only one. */
export function withReferral({ referrals = [] }: Case, referral: Referral): Referral[] {
  const others = referrals.filter(({ to, at }) => to !== referral.to && at !== undefined)
  return [...others, referral].slice(-most)
}

const most = 10
