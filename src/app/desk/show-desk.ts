import type { Text } from '../../core/turn.ts'
import { namesOf } from '../cases/names.ts'
import { deskMembers } from '../cases/staff.ts'
import type { World } from '../ports/world.ts'
import { deskText } from './desk-text.ts'
import { type Here, reply } from './here.ts'
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
  const members = await deskMembers(world, desk.id)
  if (members.length === 0) return [{ key: 'desk:about.unstaffed' }]
  const called = members.flatMap(({ user, isOnCall }) => (isOnCall ? [user] : []))
  const items = [...(await namesOf(world, desk.group, called)).values()].map(plain)
  if (items.length === 0) return []
  return [{ key: 'desk:on-call.who', vars: { people: { key: 'join:commas', vars: { items } } } }]
}

function plain(text: string): Text {
  return { key: 'name:plain', vars: { text } }
}
