import type { World } from '../ports/world.ts'
import { Busy, type Lost } from '../trouble.ts'
import { moveDesk } from './move-desk.ts'

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

/** Where the group lives on under another number the desk goes along, and what could not be done is tried again there. Throws Busy then. */
export async function unlessMoved(
  world: Parameters<typeof moveDesk>[0],
  desk: string,
  { movedTo }: Lost,
): Promise<void> {
  if (movedTo === undefined) return
  await moveDesk(world, desk, movedTo)
  throw new Busy(1, 'the group has moved')
}
