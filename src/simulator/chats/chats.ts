import type { Group, GroupRoom, Kept, Room } from '../rooms/rooms.ts'
import { pushUpdate } from '../updates/updates.ts'
import { filesIn, forgetBytes } from '../wire/files.ts'
import { badRequest, forbidden, Refusal } from '../wire/refusal.ts'
import type { Draft, Message, User } from '../wire/telegram.ts'
import { emit, type World } from '../world.ts'

/** The chat with this id, if the bot may know of it. */
export function roomOf(world: World, chatId: number | string): Room {
  const id = Number(chatId)
  const room = world.people.get(id) ?? world.groups.get(id)
  if (!room || (room.phone && !room.phone.hasStarted)) throw badRequest('chat not found')
  if (room.group) checkGroup(room)
  return room
}

function checkGroup({ group, chat: { type } }: GroupRoom): void {
  if (group.movedTo) {
    const what = 'Bad Request: group chat was upgraded to a supergroup chat'
    throw new Refusal(400, what, { migrate_to_chat_id: group.movedTo })
  }
  if (group.bot === 'kicked') throw forbidden(`bot was kicked from the ${type} chat`)
  if (group.bot === 'left') throw forbidden(`bot is not a member of the ${type} chat`)
}

/** The chat with this id, if the bot may write there. */
export function writableRoomOf(world: World, chatId: number | string): Room {
  const room = roomOf(world, chatId)
  if (room.phone?.hasBlocked) throw forbidden('bot was blocked by the user')
  return room
}

export function forumOf(world: World, chatId: number | string): GroupRoom {
  const room = writableRoomOf(world, chatId)
  if (!room.group || !room.chat.is_forum) throw badRequest('the chat is not a forum')
  return room
}

/** Puts a message into a chat. */
export function post(world: World, room: Room, draft: Draft): Kept {
  const message: Message = {
    message_id: nextMessageId(world, room),
    date: world.clock.unix(),
    chat: room.chat,
    ...draft,
  }
  const kept = keptOf(world, message)
  room.messages.set(message.message_id, kept)
  changed(world, room)
  return kept
}

/** A message to which nothing has happened yet. */
export function keptOf({ bot }: World, message: Message): Kept {
  return {
    message,
    isFromBot: message.from.id === bot.id,
    isHidden: false,
    isFrozen: false,
    isEdited: false,
    isPinned: false,
    reactions: [],
  }
}

/** Puts a message into a chat and tells the bot. */
export function postAndTell(world: World, room: Room, draft: Draft): Kept {
  const kept = post(world, room, draft)
  tellBot(world, room, kept.message)
  return kept
}

/** Marks a message, which Telegram says with a line of its own. */
export function pin(world: World, room: Room, { kept, by }: { kept: Kept; by: User }): void {
  kept.isPinned = true
  postAndTell(world, room, {
    from: by,
    ...placeIn(room, { thread: kept.message.message_thread_id }),
    pinned_message: withoutReply(kept.message),
  })
}

export function tellBot(
  world: World,
  room: Room,
  message: Message,
  kind: 'message' | 'edited_message' = 'message',
): void {
  if (room.group && !isSeen(world, room.group, message)) return
  const chat = room.chat.id
  pushUpdate(world.updates, { kind, chat, queue: `message ${chat}` }, message)
}

/** A bot that is no administrator sees only what is meant for it (privacy mode). */
function isSeen(world: World, { bot }: Group, message: Message): boolean {
  if (bot !== 'member') return bot === 'administrator'
  const text = message.text ?? message.caption
  if (text === undefined && !message.photo) return true
  const isAnswer = message.reply_to_message?.from.id === world.bot.id
  const isOwn = message.via_bot?.id === world.bot.id
  return (
    isAnswer || isOwn || text?.startsWith('/') || text?.includes(`@${world.bot.username}`) || false
  )
}

export function remove(world: World, room: Room, messageId: number): void {
  const { message } = room.messages.get(messageId) ?? {}
  room.messages.delete(messageId)
  if (message) forgetFiles(world, filesIn(message))
  changed(world, room)
}

/** What no message shows any more need not be held. */
function forgetFiles({ files, people, groups }: World, gone: string[]): void {
  if (gone.length === 0) return
  const shown = [...people.values(), ...groups.values()]
    .flatMap(({ messages }) => [...messages.values()])
    .flatMap(({ message }) => filesIn(message))
  if (!gone.some((id) => shown.includes(id))) forgetBytes(files, gone)
}

export function changed(world: World, room: Room): void {
  const { id } = room.chat
  emit(world, room.phone ? { type: 'chat', person: id } : { type: 'group', group: id })
}

/** Telegram counts those of each supergroup apart, and all others of a bot together. */
function nextMessageId(world: World, room: Room): number {
  const counter = room.group && room.chat.type === 'supergroup' ? room : world
  counter.lastMessageId++
  return counter.lastMessageId
}

/** Where in a chat a message stands: its topic, and the message it answers. */
export function placeIn(
  room: Room,
  place: { thread?: number | undefined; replyTo?: number | undefined },
): Pick<Message, 'message_thread_id' | 'is_topic_message' | 'reply_to_message'> {
  const answered = room.messages.get(place.replyTo ?? place.thread ?? 0)?.message
  return {
    ...(place.thread && { message_thread_id: place.thread, is_topic_message: true }),
    ...(answered && { reply_to_message: withoutReply(answered) }),
  }
}

/** A reply inside a reply is not shown. */
export function withoutReply({ reply_to_message: _deeper, ...message }: Message): Message {
  return message
}
