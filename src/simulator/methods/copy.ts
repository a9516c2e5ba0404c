import * as z from 'zod'
import { roomOf, writableRoomOf } from '../chats/chats.ts'
import { kindIn } from '../rooms/cards.ts'
import { holdsCaption } from '../rooms/editable.ts'
import type { Room } from '../rooms/rooms.ts'
import { LONGEST_CAPTION } from '../text/text.ts'
import { badRequest } from '../wire/refusal.ts'
import type { Draft, Message } from '../wire/telegram.ts'
import { captionOf } from './content.ts'
import { Caption, ChatId, Sending } from './fields.ts'
import { method } from './method.ts'
import { place } from './send.ts'

const Copying = Sending.extend({ ...Caption.shape, from_chat_id: ChatId, message_id: z.int() })

export const copyMessage = method(Copying, (world, fields) => {
  const room = writableRoomOf(world, fields.chat_id)
  const content = contentOf(roomOf(world, fields.from_chat_id), fields.message_id)
  const copied = withCaption(content, fields)
  return { message_id: place(world, room, fields, copied).message.message_id }
})

type Content = Omit<Draft, 'from'>

/** What a copy takes along. Not the way it came, nor buttons, nor what Telegram copies for nobody: bills, prizes, paid pictures. */
const COPIED = new Set([
  ...['text', 'entities', 'caption', 'caption_entities', 'link_preview_options', 'rich_message'],
  ...['photo', 'live_photo', 'video', 'animation', 'document', 'audio', 'voice', 'video_note'],
  ...['show_caption_above_media', 'has_media_spoiler', 'sticker', 'story', 'dice', 'game', 'poll'],
  ...['contact', 'location', 'venue', 'checklist'],
])

function contentOf(room: Room, messageId: number): Content {
  const message = room.messages.get(messageId)?.message
  if (!message) throw badRequest('message to copy not found')
  const content: Content = Object.fromEntries(
    Object.entries(message).filter(([name]) => COPIED.has(name)),
  )
  if (!kindIn(content) || isSecretQuiz(content)) throw badRequest("message can't be copied")
  return content
}

/** Bots know the answer only to what they asked themselves, and to what is over. */
function isSecretQuiz({ poll }: Pick<Message, 'poll'>): boolean {
  return poll?.type === 'quiz' && !poll.correct_option_ids?.length
}

/** The long words of who pays Telegram can be copied, but with nothing else about them. */
function withCaption(content: Content, fields: z.infer<typeof Copying>): Content {
  const { caption = '' } = content
  const isPlain = !fields.reply_markup && fields.reply_parameters?.message_id === undefined
  const { caption: _, caption_entities: _1, ...bare } = content
  if (holdsCaption(content) && fields.caption !== undefined)
    return { ...bare, ...captionOf(fields) }
  if (caption.length > LONGEST_CAPTION && !isPlain) throw badRequest('message caption is too long')
  return content
}
