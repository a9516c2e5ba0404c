import type { Chat, Message, User } from '../wire/telegram.ts'
import type { Offer } from './offers.ts'

/** One message: what Telegram shows of it, and what only Telegram knows. */
export interface Kept {
  message: Message
  isFromBot: boolean
  /** The person deleted it on the phone only; the bot still has it. */
  isHidden: boolean
  /** It came with a keyboard that replaces the phone's, so it can never be edited. */
  isFrozen: boolean
  isEdited: boolean
  isPinned: boolean
  reactions: string[]
}

/** A person's private chat with the bot. */
export interface Phone {
  user: User
  hasStarted: boolean
  hasBlocked: boolean
  alerts: { text: string; alert: boolean }[]
  /** Another chat on the same phone, with somebody of whom no bot knows. */
  friend: Place
  /** What the bot last offered to send, and into which chat; a group by its id. */
  offered?: { offer: Offer; where: 'friend' | { id: number } | undefined } | undefined
}

/** What a bot may do as an administrator, of what a desk needs. */
export type Right = 'can_manage_topics' | 'can_delete_messages' | 'can_pin_messages'

export type Membership = 'creator' | 'administrator' | 'member' | 'left' | 'kicked'

export interface Topic {
  id: number
  name: string
  icon_color: number
  icon_custom_emoji_id?: string
  state: 'open' | 'closed' | 'deleted'
  /** Who opened it, and may always close it and name it anew. */
  by: number
}

export interface Group {
  members: Map<number, Membership>
  /** By message_thread_id, which is the id of the service message that opened it. */
  topics: Map<number, Topic>
  bot: Membership
  /** What the bot may not do though it is an administrator. */
  denied: Right[]
  /** The supergroup that a basic group has become. */
  movedTo?: number
}

interface Place {
  chat: Chat
  messages: Map<number, Kept>
}

export interface PrivateRoom extends Place {
  phone: Phone
  group?: never
}

export interface GroupRoom extends Place {
  group: Group
  phone?: never
  lastMessageId: number
}

/** A chat with everything in it. */
export type Room = PrivateRoom | GroupRoom
