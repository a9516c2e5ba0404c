import * as z from 'zod'
import { changed, pin, roomOf, withoutReply, writableRoomOf } from '../chats/chats.ts'
import { leave } from '../chats/presence.ts'
import { botMay, memberOf, type Standing } from '../rooms/membership.ts'
import type { Kept, Room } from '../rooms/rooms.ts'
import { badRequest } from '../wire/refusal.ts'
import { emit } from '../world.ts'
import { ChatId, OneMessage } from './fields.ts'
import { method } from './method.ts'

const OneChat = z.object({ chat_id: ChatId })

const NO_GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
}

export const getChat = method(OneChat, (world, { chat_id }) => {
  const room = roomOf(world, chat_id)
  const pinned = [...room.messages.values()].findLast((kept) => kept.isPinned)
  return {
    ...room.chat,
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: NO_GIFTS,
    ...(pinned && { pinned_message: withoutReply(pinned.message) }),
  }
})

export const getChatMember = method(
  OneChat.extend({ user_id: z.int() }),
  (world, { chat_id, user_id }) => {
    const room = roomOf(world, chat_id)
    if (user_id === world.bot.id) return memberOf(world.bot, standingOfBot(room))
    const user = world.people.get(user_id)?.phone.user
    if (!user) throw badRequest('member not found')
    const isOwn = room.phone?.user.id === user_id
    const status = room.group?.members.get(user_id) ?? (isOwn ? 'member' : 'left')
    return memberOf(user, { status })
  },
)

function standingOfBot({ group }: Room): Standing {
  return group ? { status: group.bot, denied: group.denied } : { status: 'member' }
}

export const leaveChat = method(OneChat, (world, { chat_id }) => {
  const room = roomOf(world, chat_id)
  if (!room.group) throw badRequest("chat member status can't be changed in private chats")
  leave(world, room, world.bot)
  return true
})

export const sendChatAction = method(OneChat, (world, { chat_id }) => {
  const room = writableRoomOf(world, chat_id)
  if (room.phone) emit(world, { type: 'typing', person: room.chat.id })
  return true
})

export const setMessageReaction = method(
  OneMessage.extend({
    reaction: z.array(z.looseObject({ emoji: z.string().optional() })).default([]),
  }),
  (world, { chat_id, message_id, reaction }) => {
    const room = writableRoomOf(world, chat_id)
    const kept = known(room, message_id, 'message to react not found')
    if (reaction.length > 1) throw badRequest('REACTIONS_TOO_MANY')
    kept.reactions = reaction.map(({ emoji }) => emoji ?? '')
    changed(world, room)
    return true
  },
)

export const pinChatMessage = method(OneMessage, (world, { chat_id, message_id }) => {
  const room = writableRoomOf(world, chat_id)
  const kept = known(room, message_id, 'message to pin not found')
  if (room.group && !botMay(room.group, 'can_pin_messages')) {
    throw badRequest('not enough rights to manage pinned messages in the chat')
  }
  pin(world, room, { kept, by: world.bot })
  return true
})

function known(room: Room, messageId: number, otherwise: string): Kept {
  const kept = room.messages.get(messageId)
  if (!kept) throw badRequest(otherwise)
  return kept
}
