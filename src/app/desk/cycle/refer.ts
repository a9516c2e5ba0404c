import type { Case } from '../../../core/case.ts'
import { noting, refusal } from '../../../core/desk/deeds.ts'
import { otherDeskFor } from '../../cases/desk-for.ts'
import { organisationTyped } from '../../cases/organisation-typed.ts'
import { withReferral } from '../../cases/referral.ts'
import type { World } from '../../ports/world.ts'
import { changeHere } from '../change-here.ts'
import { mayAct } from '../conduct.ts'
import { type Here, isOf, reply } from '../here.ts'

/**
 * `/refer FairWork`: the person is asked whether the desk may pass their case on to an organisation, and what that would be; alone: whether
 * another desk shall go on with it. Until they agree everything stays as it is.
 */
export async function refer(world: World, here: Here, words: string): Promise<void> {
  const { chat } = here
  const by = await mayAct(world, here)
  if (by === undefined) return
  const one = chat === undefined ? undefined : await world.cases.of(chat)
  const why = one && (isOf(one, here) ? refusal(one, by) : 'over')
  if (why) return reply(world, here, { key: `desk:refused.${why}` })
  const typed = words.trim()
  return typed === '' ? offerDesk(world, here) : askToPassOn(world, here, typed)
}

async function offerDesk(world: World, here: Here) {
  const { chat } = here
  const one = chat === undefined ? undefined : await world.cases.of(chat)
  const other = one && chat !== undefined && (await otherDeskFor(world, chat, one))
  if (one && !other) return reply(world, here, { key: 'desk:refer.nobody' })
  if (!(await ask(world, here, () => ({ isOffered: true }), 'offered'))) return
  await reply(world, here, { key: 'desk:refer.asked' })
}

async function askToPassOn(world: World, here: Here, typed: string) {
  const contact = organisationTyped(world.content, typed)
  if (!contact) return reply(world, here, { key: 'desk:refer.unknown', vars: { typed } })
  const noted = (one: Case) => ({ referrals: withReferral(one, { to: contact.id }) })
  if (!(await ask(world, here, noted, 'referral'))) return
  await reply(world, here, { key: 'desk:refer.passing', vars: { name: contact.name } })
}

/** Whoever has the case asks. Whether they have. */
async function ask(
  world: World,
  here: Here,
  noted: (one: Case) => Partial<Case>,
  news: 'offered' | 'referral',
): Promise<boolean> {
  const changed = await changeHere(world, here, (now, by) => {
    const why = refusal(now, by)
    return why ? { why } : noting(now, noted(now))
  })
  if (!changed) return false
  const { chat, kept } = changed
  const { update } = here.incoming
  await world.queue.enqueue({ kind: 'desk-news', chat, update, news })
  await world.queue.enqueue({ kind: 'case-card', chat, desk: kept.desk, update })
  return true
}
