import { isStaffed } from '../cases/staff.ts'
import type { World } from '../ports/world.ts'
import { deskText } from './desk-text.ts'
import { type Here, reply } from './here.ts'
import { isEnough, rightsText } from './rights.ts'

/** What the desk is, and what the bot may do there. */
export async function showDesk(world: World, here: Here) {
  const rights = await world.room.rights(here.desk.group)
  const items = [
    deskText(here.desk),
    rightsText(rights),
    { key: isEnough(rights) ? 'desk:about.ready' : 'desk:about.not-ready' },
    ...((await isStaffed(world, here.desk.id)) ? [] : [{ key: 'desk:about.unstaffed' }]),
  ]
  await reply(world, here, { key: 'join:paragraphs', vars: { items } })
}
