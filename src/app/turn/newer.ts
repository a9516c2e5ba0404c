import { isLater, standings } from '../pending/pending.ts'
import { sources } from '../ports/source.ts'
import type { Pending, Talk } from '../ports/talk.ts'

/** What was decided after an entry and changes the message that it bears: that is what stands there last. */
export function newerOn(talk: Talk, { update, message }: Pending): Pending | undefined {
  const changes = standings(talk).filter(
    ({ source, entry }) => sources[source].bears === 'ours' && entry.message === message,
  )
  return changes.map(({ entry }) => entry).findLast((one) => isLater(talk, one.update, update))
}

/** Whether the person has gone on since: what was decided for them before is late. */
export function isOvertaken(
  talk: Pick<Talk, 'recent'>,
  { update }: Pick<Pending, 'update'>,
): boolean {
  return talk.recent.some((one) => one > 0 && isLater(talk, one, update))
}
