import { askedReferral, type HeldCase, type Referral } from '../../core/case.ts'
import { sharedItems } from '../../core/desk/consent.ts'
import { contactNamed } from '../../core/knowledge/contact.ts'
import type { World } from '../ports/world.ts'
import { mayHear } from './complain.ts'
import { opensFor } from './opens-for.ts'

/** The case of a person as they may see it; undefined where none is held. */
export async function heldCase(
  world: Pick<World, 'cases' | 'desks' | 'blocks' | 'content' | 'now'>,
  { chat, country }: { chat: number; country?: string | undefined },
): Promise<HeldCase | undefined> {
  const { cases, desks } = world
  const one = await cases.of(chat)
  if (!one) return undefined
  const desk = await desks.get(one.desk)
  const {
    consent,
    shared,
    waits,
    unseen = [],
    called,
    isOffered,
    needs = [],
    plan,
    referrals = [],
  } = one
  const nameOf = ({ to }: Referral) => contactNamed(world.content.contacts, to)?.contact.name ?? to
  const asked = askedReferral(one)
  const referred = referrals.filter(({ isAgreed }) => isAgreed)
  const opens = one.state === 'waiting' && desk && opensFor(world, desk, country)
  const isParted = one.state === 'closed' && (await world.blocks.of(chat)).includes(one.desk)
  return {
    desk: desk?.name ?? '',
    languages: desk?.languages ?? [],
    complaints: desk?.complaints ?? '',
    since: consent.at,
    wording: consent.wording,
    shared: sharedItems.filter((item) => shared[item] !== undefined),
    ...(one.state === 'taken' && { isTaken: true }),
    ...(one.state === 'closed' && { isClosed: true }),
    ...(desk && !mayHear(desk, one) && { isOfLead: true }),
    ...(isParted && { isParted: true }),
    ...(waits && { waits }),
    ...(unseen.length > 0 && { unseen: unseen.length }),
    ...(needs.length > 0 && { needs }),
    ...(plan && { planned: plan.day }),
    ...(asked && one.state !== 'closed' && { referral: nameOf(asked) }),
    ...(referred.length > 0 && { referred: referred.map(nameOf) }),
    ...(opens && { opens }),
    ...(one.state === 'waiting' && called && { called }),
    ...(one.state !== 'closed' && isOffered && { isOffered }),
  }
}
