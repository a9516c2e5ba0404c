import type { Text } from '../../core/turn.ts'
import { isStaffed } from '../cases/staff.ts'
import type { World } from '../ports/world.ts'
import { deskText } from './desk-text.ts'
import { type Here, reply } from './here.ts'
import { whoIsOnCall } from './on-call.ts'
import { isEnough, rightsText } from './rights.ts'

/** What the desk is, who is on call, and what the bot may do there. */
export async function showDesk(world: World, here: Here) {
  const rights = await world.room.rights(here.desk.group)
  const items = [
    deskText(here.desk),
    rightsText(rights),
    { key: isEnough(rights) ? 'desk:about.ready' : 'desk:about.not-ready' },
    ...(await staffLines(world, here)),
  ]
  await reply(world, here, { key: 'join:paragraphs', vars: { items } })
}

async function staffLines(world: World, { desk }: Here): Promise<Text[]> {
  if (!(await isStaffed(world, desk.id))) return [{ key: 'desk:about.unstaffed' }]
  const called = await whoIsOnCall(world, desk)
  return called ? [called] : []
}
