import type { Text } from '../../core/turn.ts'
import type { Member } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'

/** What members are called who are still there: asked of Telegram, each once, and kept nowhere. */
export async function namesOf(
  { room }: Pick<World, 'room'>,
  group: number,
  users: (number | undefined)[],
): Promise<Map<number, string>> {
  const names = new Map<number, string>()
  for (const user of new Set(users)) {
    const member = user === undefined ? undefined : await room.member(group, user)
    if (user !== undefined && member) names.set(user, member.name)
  }
  return names
}

/** More would be a list that nobody reads. */
const mentionedAtMost = 20

/** Telegram calls whoever is named like this, also where they have put the group on silent. */
export async function mentions(
  world: Pick<World, 'room'>,
  group: number,
  members: Member[],
): Promise<Text> {
  const users = members.slice(0, mentionedAtMost).map(({ user }) => user)
  const names = await namesOf(world, group, users)
  const items = [...names].map(([user, name]) => {
    return { key: 'desk:mention', vars: { url: `tg://user?id=${user}`, name } }
  })
  return { key: 'join:commas', vars: { items } }
}
