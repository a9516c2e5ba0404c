import { toHtml } from '../text/render.ts'
import { bytesOf, type Files } from '../wire/files.ts'
import { rasterType } from '../wire/raster.ts'
import type { Message } from '../wire/telegram.ts'
import { type Card, cardIn } from './cards.ts'
import { isEditable } from './editable.ts'
import type { Kept, Room } from './rooms.ts'

/** A message as somebody sees it on the screen. `date` is Unix time in seconds. */
export interface SimMessage {
  id: number
  from: 'person' | 'bot'
  /** Who wrote it. */
  personId: number
  name: string
  text: string
  /** The text with Telegram's tags, safe for a page. */
  html: string
  buttons: { text: string; data?: string; url?: string }[][]
  date: number
  edited: boolean
  /** Whoever wrote it can change its words. */
  editable?: true
  photo?: true
  /** The name of a file. */
  file?: string
  /** Where the page finds what is to be seen, and its size in pixels. */
  picture?: { src: string; width: number; height: number }
  /** Neither words nor a picture: a contact, a place, a poll … */
  card?: Card
  forwarded?: true
  pinned?: true
  /** Telegram's own line, such as "pinned a message". */
  service?: string
  thread?: number
  replyTo?: number
  /** A part of an answered message; what is answered may stand in another chat. */
  quote?: { name: string; text: string }
  /** The bot that helped to write it. */
  via?: string
  reactions?: string[]
}

/** What can be seen of a chat, in order. */
export function screenOf(room: Pick<Room, 'messages'>, files: Files): SimMessage[] {
  const shown = [...room.messages.values()].filter((kept) => !kept.isHidden)
  return shown.map((kept) => seen(kept, files))
}

function seen(kept: Kept, files: Files): SimMessage {
  const { message, isFromBot, isEdited, isPinned, reactions } = kept
  const text = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities ?? []
  const service = serviceLine(message)
  const card = service ? undefined : cardIn(message)
  return {
    id: message.message_id,
    from: isFromBot ? 'bot' : 'person',
    personId: message.from.id,
    name: message.sender_chat?.title ?? message.from.first_name,
    text,
    html: toHtml({ text, entities }),
    buttons: buttonsOf(message),
    date: message.date,
    edited: isEdited,
    ...(isEditable(kept) && { editable: true }),
    ...(message.photo && { photo: true }),
    ...(message.document && { file: message.document.file_name }),
    ...pictureIn(message, files),
    ...(card && { card }),
    ...(message.forward_origin && { forwarded: true }),
    ...(isPinned && { pinned: true }),
    ...(service && { service }),
    ...(message.message_thread_id && { thread: message.message_thread_id }),
    ...answers(message),
    ...quoteIn(message),
    ...(message.via_bot && { via: message.via_bot.username ?? message.via_bot.first_name }),
    ...(reactions.length > 0 && { reactions }),
  }
}

/** Within a topic every message answers the one that opened it; nobody sees that. */
function answers({ reply_to_message: answered, message_thread_id: thread }: Message) {
  return answered && answered.message_id !== thread ? { replyTo: answered.message_id } : {}
}

function quoteIn({ quote, external_reply: external, reply_to_message: answered }: Message) {
  if (!quote && !external) return {}
  const { sender_user: user, sender_user_name } = external?.origin ?? {}
  const name = answered?.from.first_name ?? user?.first_name ?? sender_user_name ?? 'Another chat'
  return { quote: { name, text: quote?.text ?? '' } }
}

/** Only what is held, and what a browser shows as a picture. */
function pictureIn({ photo, document }: Message, files: Files): Pick<SimMessage, 'picture'> {
  const size = photo?.at(-1) ?? document?.thumbnail
  const bytes = size && bytesOf(files, size.file_id)
  if (!bytes || !rasterType(bytes)) return {}
  const { file_id, width, height } = size
  return { picture: { src: `/pictures/${file_id}`, width, height } }
}

function buttonsOf({ reply_markup: keyboard }: Message): SimMessage['buttons'] {
  const rows = keyboard?.inline_keyboard ?? []
  return rows.map((row) =>
    row.map(({ text, callback_data: data, url }) => ({
      text,
      ...(data !== undefined && { data }),
      ...(url !== undefined && { url }),
    })),
  )
}

function serviceLine(message: Message): string | undefined {
  if (message.pinned_message) return 'pinned a message'
  if (message.forum_topic_created) return `opened the topic ${message.forum_topic_created.name}`
  if (message.forum_topic_edited) return 'changed the topic'
  if (message.forum_topic_closed) return 'closed the topic'
  if (message.forum_topic_reopened) return 'opened the topic again'
  if (message.migrate_to_chat_id) return 'made this a supergroup'
  if (message.migrate_from_chat_id) return 'was a basic group before'
  return comingOrGoing(message)
}

function comingOrGoing({ from, ...message }: Message): string | undefined {
  const { left_chat_member: left, new_chat_members: [joined] = [] } = message
  if (left) return left.id === from.id ? 'left the group' : `removed ${left.first_name}`
  return joined && (joined.id === from.id ? 'joined the group' : `added ${joined.first_name}`)
}
