import type { Kept, PrivateRoom } from '../rooms/rooms.ts'
import { Refusal } from '../wire/refusal.ts'

/** A message that the person sees. */
export function standing(room: PrivateRoom, messageId: number): Kept {
  const kept = room.messages.get(messageId)
  if (!kept || kept.isHidden) throw new Refusal(400, `there is no message ${messageId}`)
  return kept
}

/** Who blocked the bot cannot talk to it. */
export function talking(room: PrivateRoom): PrivateRoom {
  const { hasBlocked, user } = room.phone
  if (hasBlocked) throw new Refusal(400, `${user.first_name} has blocked the bot`)
  return room
}
