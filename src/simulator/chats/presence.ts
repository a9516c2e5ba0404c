import { isDeepStrictEqual } from 'node:util'
import { changeOfBot, type Standing } from '../rooms/membership.ts'
import type { Group, GroupRoom, Membership } from '../rooms/rooms.ts'
import { pushUpdate } from '../updates/updates.ts'
import type { User } from '../wire/telegram.ts'
import { emit, type World } from '../world.ts'
import { postAndTell } from './chats.ts'

/** Telegram's stand-in for an administrator who stays hidden. */
export const ANONYMOUS: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}

/** The first to come owns the group. */
export function enter(group: Group, user: User, status: Membership = 'member'): Membership {
  const given = group.members.size === 0 ? 'creator' : status
  group.members.set(user.id, given)
  return given
}

/** Brings somebody in, and says so in the group. */
export function join(
  world: World,
  room: GroupRoom,
  { user, status }: { user: User; status?: Membership | undefined },
): void {
  if (room.group.members.has(user.id)) return
  enter(room.group, user, status)
  postAndTell(world, room, { from: user, new_chat_members: [user] })
}

/** Takes somebody, the bot too, out of a group. */
export function leave(world: World, room: GroupRoom, user: User, by = user): void {
  if (user.id === world.bot.id) setBot(world, room, { from: user, status: 'left' })
  else if (room.group.members.delete(user.id)) {
    postAndTell(world, room, { from: by, left_chat_member: user })
  }
}

/** Brings the bot in, changes its rights or takes it out, and tells it so. */
export function setBot(
  world: World,
  room: GroupRoom,
  { from, status, denied = [] }: { from: User } & Standing,
): void {
  const { group, chat } = room
  const before = { status: group.bot, denied: group.denied }
  const after = { status, denied }
  if (isDeepStrictEqual(before, after)) return
  Object.assign(group, { bot: status, denied })
  const about = { bot: world.bot, chat, from, date: world.clock.unix() }
  const source = { kind: 'my_chat_member', chat: chat.id, queue: `member ${chat.id}` } as const
  pushUpdate(world.updates, source, changeOfBot(about, before, after))
  emit(world, { type: 'group', group: chat.id })
}
