import * as z from 'zod'
import { remove, roomOf } from '../chats/chats.ts'
import { botMay } from '../rooms/membership.ts'
import type { Kept, Room } from '../rooms/rooms.ts'
import { badRequest } from '../wire/refusal.ts'
import type { World } from '../world.ts'
import { ChatId, OneMessage } from './fields.ts'
import { method } from './method.ts'

const DELETABLE_SECONDS = 48 * 3600

export const deleteMessage = method(OneMessage, (world, { chat_id, message_id }) => {
  const room = roomOf(world, chat_id)
  const kept = room.messages.get(message_id)
  if (!kept) throw badRequest('message to delete not found')
  checkDeletable(world, room, kept)
  remove(world, room, message_id)
  return true
})

/** All or nothing: one known message that is too old refuses the whole call; unknown ones are skipped. */
export const deleteMessages = method(
  z.object({ chat_id: ChatId, message_ids: z.array(z.int()) }),
  (world, { chat_id, message_ids: ids }) => {
    const room = roomOf(world, chat_id)
    if (ids.length === 0) throw badRequest('message identifiers are not specified')
    if (ids.length > 100) throw badRequest('too many message identifiers specified')
    const known = ids.filter((id) => room.messages.has(id))
    for (const id of known) checkDeletable(world, room, room.messages.get(id))
    for (const id of known) remove(world, room, id)
    return true
  },
)

function checkDeletable(world: World, room: Room, kept: Kept | undefined): void {
  if (!kept) return
  const isOld = world.clock.unix() - kept.message.date > DELETABLE_SECONDS
  const mayAll = room.group && botMay(room.group, 'can_delete_messages')
  if (kept.message.forum_topic_created) throw badRequest("message can't be deleted")
  if (room.group && !kept.isFromBot && !mayAll) {
    throw badRequest("message can't be deleted")
  }
  if (isOld && !mayAll) throw badRequest("message can't be deleted for everyone")
}
