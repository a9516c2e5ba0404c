import * as z from 'zod'
import { placeIn, post, roomOf, writableRoomOf } from '../chats/chats.ts'
import type { Kept, Room } from '../rooms/rooms.ts'
import { keyboardOf } from '../text/keyboard.ts'
import { messageText } from '../text/text.ts'
import { photoOf } from '../wire/photo.ts'
import { badRequest } from '../wire/refusal.ts'
import { Entity } from '../wire/telegram.ts'
import type { World } from '../world.ts'
import { asText, type Content, captionOf } from './content.ts'
import { Caption, ChatId, Sending } from './fields.ts'
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

export const copyMessage = method(
  Sending.extend({ ...Caption.shape, from_chat_id: ChatId, message_id: z.int() }),
  (world, fields) => {
    const room = writableRoomOf(world, fields.chat_id)
    const content = contentOf(roomOf(world, fields.from_chat_id), fields.message_id)
    const { photo, document } = content
    const file = photo ? { photo } : document && { document }
    const hasNewCaption = file && fields.caption !== undefined
    const copied = hasNewCaption ? { ...file, ...captionOf(fields) } : content
    return { message_id: place(world, room, fields, copied).message.message_id }
  },
)

function contentOf(room: Room, messageId: number): Content {
  const message = room.messages.get(messageId)?.message
  if (!message) throw badRequest('message to copy not found')
  const { text, entities, photo, document, caption, caption_entities } = message
  if (text === undefined && !photo && !document) throw badRequest("message can't be copied")
  return {
    ...(text !== undefined && { text }),
    ...(entities && { entities }),
    ...(photo && { photo }),
    ...(document && { document }),
    ...(caption !== undefined && { caption }),
    ...(caption_entities && { caption_entities }),
  }
}

function place(world: World, room: Room, fields: z.infer<typeof Sending>, content: Content): Kept {
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
