import type { HeldCase } from '../../core/case.ts'
import { sharedItems } from '../../core/desk/consent.ts'
import type { World } from '../ports/world.ts'

/** The case of a person as they may see it; undefined where none is held. */
export async function heldCase(
  { cases, desks }: Pick<World, 'cases' | 'desks'>,
  chat: number,
): Promise<HeldCase | undefined> {
  const one = await cases.of(chat)
  if (!one) return undefined
  const desk = await desks.get(one.desk)
  const { consent, shared, waits, unseen = [] } = one
  return {
    desk: desk?.name ?? '',
    languages: desk?.languages ?? [],
    complaints: desk?.complaints ?? '',
    since: consent.at,
    wording: consent.wording,
    shared: sharedItems.filter((item) => shared[item] !== undefined),
    ...(one.state === 'taken' && { isTaken: true }),
    ...(one.state === 'closed' && { isClosed: true }),
    ...(waits && { waits }),
    ...(unseen.length > 0 && { unseen: unseen.length }),
  }
}
