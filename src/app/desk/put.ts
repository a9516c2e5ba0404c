import { deskLost } from '../cases/desk-lost.ts'
import type { World } from '../ports/world.ts'
import type { Here } from './here.ts'
import { canOpen, isEnough } from './rights.ts'
import { showDesk } from './show-desk.ts'

/**
 * The bot was brought back, or may do more or less than before. Whoever did it sees what is missing, and how new cases come again; where no
 * topic can be opened nobody is led there any more.
 */
export async function backOrLess(world: World, here: Here): Promise<void> {
  const { desk } = here
  const rights = await world.room.rights(desk.group)
  const isLost = !canOpen(rights) && !desk.isPaused
  if (isLost) await deskLost(world, desk.id, 'rights')
  if (desk.isPaused || isLost || !isEnough(rights))
    await showDesk(world, { ...here, desk: { ...desk, ...(isLost && { isPaused: true }) } })
}
