import { closeCase } from '../cases/change.ts'
import type { Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'

/**
 * Closes a desk for good: from this moment nothing of anybody goes there. Its topics are deleted, and its people told, by the next tick
 * (`cases/end-old.ts`). Returns how many cases were open. Safe to repeat.
 */
export async function revokeDesk(
  { desks, cases, now }: Pick<World, 'desks' | 'cases' | 'now'>,
  { id, group }: Desk,
): Promise<number> {
  await desks.change(id, { isClosed: true })
  let open = 0
  for (const { chat } of await desks.topics(group)) {
    if (chat === undefined) continue
    if (await closeCase({ cases, now }, chat, ({ desk }) => desk === id)) open++
  }
  return open
}
