import type { GroupRoom } from '../rooms/rooms.ts'
import { Refusal } from '../wire/refusal.ts'
import type { Chat, User } from '../wire/telegram.ts'
import { emit, type World } from '../world.ts'
import { postAndTell } from './chats.ts'
import { ANONYMOUS } from './presence.ts'

/** Ids of supergroups are negative and begin with -100, those of basic groups are negative and short. */
const FIRST_IDS = { supergroup: -1_002_000_000_001, group: -4_000_000_001 }

/** An empty group. */
export function addGroup(world: World, chat: Omit<Chat, 'id' | 'type'>, type: Kind): GroupRoom {
  const id = FIRST_IDS[type] - world.groups.size
  const room: GroupRoom = {
    chat: { id, type, ...chat },
    messages: new Map(),
    lastMessageId: 0,
    group: { members: new Map(), topics: new Map(), bot: 'left', denied: [] },
  }
  world.groups.set(id, room)
  emit(world, { type: 'group', group: id })
  return room
}

type Kind = keyof typeof FIRST_IDS

/** Makes a supergroup of a basic group, which is a new chat; two messages tell so, one in each. */
export function upgrade(world: World, room: GroupRoom, by: User): GroupRoom {
  const { chat, group } = room
  if (chat.type !== 'group') throw new Refusal(400, 'it is a supergroup already')
  if (group.movedTo) throw new Refusal(400, `it has become the supergroup ${group.movedTo}`)
  const { title = '' } = chat
  const next = addGroup(world, { title }, 'supergroup')
  Object.assign(next.group, { ...group, members: new Map(group.members), topics: new Map() })
  postAndTell(world, room, { from: by, migrate_to_chat_id: next.chat.id })
  group.movedTo = next.chat.id
  const hidden = { from: ANONYMOUS, sender_chat: next.chat }
  postAndTell(world, next, { ...hidden, migrate_from_chat_id: chat.id })
  return next
}

/** Switches topics on or off; what is in them stays. A basic group moves for it, as Telegram's apps do it. */
export function setForum(world: World, room: GroupRoom, by: User, isForum: boolean): GroupRoom {
  const mustMove = isForum && room.chat.type === 'group'
  const place = mustMove ? upgrade(world, room, by) : room
  if (isForum) place.chat.is_forum = true
  else delete place.chat.is_forum
  emit(world, { type: 'group', group: place.chat.id })
  return place
}
