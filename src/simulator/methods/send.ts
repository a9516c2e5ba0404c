import * as z from 'zod'
import { placeIn, post, writableRoomOf } from '../chats/chats.ts'
import type { Kept, Room } from '../rooms/rooms.ts'
import { keyboardOf } from '../text/keyboard.ts'
import { messageText } from '../text/text.ts'
import { documentOf } from '../wire/files.ts'
import { photoOf } from '../wire/photo.ts'
import { badRequest } from '../wire/refusal.ts'
import { type Draft, Entity } from '../wire/telegram.ts'
import type { World } from '../world.ts'
import { asText, captionOf } from './content.ts'
import { Caption, Sending } from './fields.ts'
import { method } from './method.ts'

export const sendMessage = method(
  Sending.extend({
    text: z.string(),
    parse_mode: z.string().optional(),
    entities: z.array(Entity).optional(),
  }),
  (world, fields) => {
    const room = writableRoomOf(world, fields.chat_id)
    return place(world, room, fields, asText(messageText(fields))).message
  },
)

export const sendPhoto = method(
  Sending.extend({ ...Caption.shape, photo: z.unknown() }),
  (world, fields) => {
    const room = writableRoomOf(world, fields.chat_id)
    const photo = photoOf(world.files, fields.photo)
    return place(world, room, fields, { photo, ...captionOf(fields) }).message
  },
)

export const sendDocument = method(
  Sending.extend({ ...Caption.shape, document: z.unknown() }),
  (world, fields) => {
    const room = writableRoomOf(world, fields.chat_id)
    const document = documentOf(world.files, fields.document)
    return place(world, room, fields, { document, ...captionOf(fields) }).message
  },
)

/** Puts a message of the bot where the fields say. */
export function place(
  world: World,
  room: Room,
  fields: z.infer<typeof Sending>,
  content: Omit<Draft, 'from'>,
): Kept {
  const replyTo = answeredBy(room, fields)
  const thread =
    fields.message_thread_id ?? room.messages.get(replyTo ?? 0)?.message.message_thread_id
  if (thread !== undefined) checkThread(room, thread)
  const keyboard = keyboardOf(fields.reply_markup)
  const kept = post(world, room, {
    from: world.bot,
    ...placeIn(room, { thread, replyTo }),
    ...content,
    ...(fields.protect_content && { has_protected_content: true }),
    ...(keyboard && { reply_markup: keyboard }),
  })
  kept.isFrozen = fields.reply_markup !== undefined && !fields.reply_markup.inline_keyboard
  return kept
}

function answeredBy(room: Room, { reply_parameters: reply }: z.infer<typeof Sending>) {
  if (reply?.message_id === undefined) return undefined
  if (room.messages.has(reply.message_id)) return reply.message_id
  if (reply.allow_sending_without_reply) return undefined
  throw badRequest('message to be replied not found')
}

function checkThread(room: Room, thread: number): void {
  const topic = room.group?.topics.get(thread)
  if (!topic || topic.state === 'deleted') throw badRequest('message thread not found')
  const mayWrite = topic.state === 'open' || room.group?.bot === 'administrator'
  if (!mayWrite) throw badRequest('TOPIC_CLOSED')
}
