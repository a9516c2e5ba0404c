import * as z from 'zod'

/** The few objects of the Bot API that the simulator makes itself. Names are Telegram's. */

export interface User {
  id: number
  is_bot: boolean
  first_name: string
  last_name?: string
  username?: string
  language_code?: string
  is_premium?: true
}

export interface Chat {
  id: number
  type: 'private' | 'group' | 'supergroup'
  first_name?: string
  last_name?: string
  username?: string
  title?: string
  is_forum?: true
}

export type Entity = z.infer<typeof Entity>
export const Entity = z.looseObject({
  type: z.string(),
  offset: z.int(),
  length: z.int(),
  url: z.string().optional(),
  language: z.string().optional(),
})

export type Button = z.infer<typeof Button>
export const Button = z.looseObject({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
})

export interface Keyboard {
  inline_keyboard: Button[][]
}

export interface PhotoSize {
  file_id: string
  file_unique_id: string
  width: number
  height: number
  file_size: number
}

export interface Document {
  file_id: string
  file_unique_id: string
  file_size: number
  file_name: string
  mime_type: string
  thumbnail?: PhotoSize
}

export interface File {
  file_id: string
  file_unique_id: string
  file_size: number
  file_path: string
}

/** Who wrote first what is passed on or answered from elsewhere. */
export interface Origin {
  type: 'user' | 'hidden_user' | 'chat' | 'channel'
  date: number
  sender_user?: User
  sender_user_name?: string
}

interface Place {
  latitude: number
  longitude: number
  /** It moves with whoever sent it, for so many seconds. */
  live_period?: number
}

interface Played {
  file_id: string
  file_unique_id: string
  duration: number
}

export interface Message {
  message_id: number
  date: number
  chat: Chat
  from: User
  /** In whose name it was written, where not in one's own. */
  sender_chat?: Chat
  message_thread_id?: number
  is_topic_message?: true
  reply_to_message?: Message
  /** A message of another chat that is answered here. */
  external_reply?: { origin: Origin }
  /** The part of the answered message that is meant. */
  quote?: { text: string; position: number; is_manual?: true }
  forward_origin?: Origin
  via_bot?: User
  edit_date?: number
  has_protected_content?: true
  text?: string
  entities?: Entity[]
  photo?: PhotoSize[]
  document?: Document
  /** Of the messages that are one album. */
  media_group_id?: string
  caption?: string
  caption_entities?: Entity[]
  contact?: { phone_number: string; first_name: string; last_name?: string }
  location?: Place
  venue?: { location: Place; title: string; address: string }
  poll?: {
    question: string
    options: { text: string }[]
    type?: string
    correct_option_ids?: number[]
  }
  checklist?: { title: string; tasks: { id: number; text: string }[] }
  voice?: Played
  video?: Played
  video_note?: Played
  audio?: Played & { title?: string }
  sticker?: { emoji?: string }
  story?: { chat: { title?: string; first_name?: string } }
  rich_message?: { blocks: object[] }
  reply_markup?: Keyboard
  pinned_message?: Message
  forum_topic_created?: { name: string; icon_color: number; icon_custom_emoji_id?: string }
  forum_topic_edited?: { name?: string; icon_custom_emoji_id?: string }
  forum_topic_closed?: Record<string, never>
  forum_topic_reopened?: Record<string, never>
  new_chat_members?: User[]
  left_chat_member?: User
  migrate_to_chat_id?: number
  migrate_from_chat_id?: number
}

/** What a new message holds before it has an id, a date and a place. */
export type Draft = Omit<Message, 'message_id' | 'date' | 'chat'>
