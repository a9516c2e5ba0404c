import type { World } from '../ports/world.ts'
import type { Lost } from '../trouble.ts'

/**
 * There is no way to the group of a desk: nobody else is led there until somebody of the desk opens it again, which they can only once the
 * bot is back.
 */
export async function deskLost(
  { desks, log }: Pick<World, 'desks' | 'log'>,
  desk: string,
  what: Lost['what'],
): Promise<void> {
  log('desk-lost', { what })
  await desks.change(desk, { isPaused: true })
}
