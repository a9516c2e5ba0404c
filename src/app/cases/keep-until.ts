import type { Case } from '../../core/case.ts'
import type { World } from '../ports/world.ts'
import { retention } from '../retention.ts'

/** The topic of a case that is over is deleted when the case is, as the person was told. */
export async function keepUntil(
  { desks, now }: Pick<World, 'desks' | 'now'>,
  chat: number,
  { group, thread, closedAt = now().getTime() }: Case,
): Promise<void> {
  if (thread === undefined) return
  await desks.keepTopic(group, { thread, chat, until: closedAt + retention.closedCaseMs })
}
