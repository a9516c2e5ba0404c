import { closeCase } from '../cases/change.ts'
import { type Counting, countEnded } from '../cases/count.ts'
import type { Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'

/**
 * Closes a desk for good: from this moment nothing of anybody goes there. Its topics are deleted, and its people told, by the next tick
 * (`cases/end-old.ts`). Returns how many cases were open. Safe to repeat.
 */
export async function revokeDesk(
  world: Counting & Pick<World, 'desks' | 'now'>,
  { id, group }: Desk,
): Promise<number> {
  const { desks, cases, now } = world
  await desks.change(id, { isClosed: true })
  let open = 0
  for (const { chat } of await desks.topics(group)) {
    if (chat === undefined) continue
    const closed = await closeCase({ cases, now }, chat, ({ desk }) => desk === id)
    if (!closed) continue
    await countEnded(world, chat, closed, 'revoked')
    open++
  }
  return open
}
