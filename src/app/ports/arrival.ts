import type { Answer } from '../../core/firm/firm.ts'
import type { PictureFault, PictureWords } from '../../core/picture.ts'
import type { DeskFound, DeskNews, Unread } from '../../core/turn.ts'
import type { Source } from './source.ts'

/** What came from outside, read. */
export type Arrival =
  | { kind: 'person'; incoming: Incoming }
  /** Something happened in a group. */
  | { kind: 'group'; incoming: InGroup }
  /** A person blocked the bot, by an update that may come late. */
  | { kind: 'blocked'; chat: number; update: number }
  | { kind: 'back'; chat: number }
  /** Somebody types behind the bot's name, in whatever chat; `isMore` asks for what is behind the end of an answer. */
  | { kind: 'inline'; query: string; words: string; language?: string; isMore?: true }
  | { kind: 'ignored'; what: string }

/** An update of a person, read. */
export interface Incoming {
  /** Telegram's ids are positive; what follows from an update or from the clock has one of our own (`own-update.ts`). -1 and 0 stand for none. */
  update: number
  chat: number
  source: Source
  /** The person's message, or the one whose button was pressed. */
  message: number
  /** When that message was sent, in seconds; 0 when Telegram no longer knows. */
  sentAt: number
  press?: Press
  /** The message of the same chat that it answers to. */
  replyTo?: number
  /** When a message that came before was changed to what it says now, in seconds. */
  editedAt?: number
  /** The language of the person's Telegram, only until they choose one. */
  language?: string
  event: Event
}

/** Something that happened in a group, read. */
export interface InGroup {
  update: number
  group: number
  /** The topic, if it is one that somebody made. */
  thread?: number
  /** The message that came, or whose button was pressed; 0: there is none. */
  message: number
  /** In seconds. */
  sentAt: number
  /** Who did it; undefined: somebody who hides behind the group's own name, or a bot. */
  from?: Somebody
  /** The message that it answers to, in the same topic. */
  replyTo?: number
  event: GroupEvent
}

/** A member of a group. What they are called is said where they are, and never kept. */
export interface Somebody {
  id: number
  name: string
  language?: string
}

export type GroupEvent =
  /** `/connect@some_bot CODE`: its name, what follows it, and the bot that it is for where it names one, in small letters. */
  | { kind: 'command'; name: string; words: string; to?: string }
  | SaidInGroup
  | { kind: 'press'; id: string; of: string; choice: string }
  /** The bot was put into the group, or may do more or less there than before. */
  | { kind: 'put' }
  /** The bot was taken out. */
  | { kind: 'out' }
  /** Somebody of the group has closed the topic, or opened it again. */
  | { kind: 'topic'; is: 'closed' | 'reopened' }
  /** Somebody has left. */
  | { kind: 'left'; user: number }
  /** The group lives on under another number. */
  | { kind: 'moved'; to: number }

/** A message for the person whose topic it is. */
export interface SaidInGroup {
  kind: 'said'
  /** It begins with `//`. */
  isInside?: true
  /** Why nobody gets it: it says who wrote it, it is a poll, whose votes nobody would see, or it looks like a command. */
  not?: 'mention' | 'name' | 'poll' | 'command'
  /** It changes what was said before. */
  isEdit?: true
  /** Pictures and files that were sent as one. */
  album?: string
  /** It answers to a message of another chat or topic, which does not come along. */
  isElsewhere?: true
}

/** A press of a button. */
export interface Press {
  /** Waits for an answer. */
  id: string
  /** What carried the button: a screen can turn into the next one; a tip, such as a picture, stays as it is. */
  on: 'screen' | 'tip'
}

/** What somebody answers to, or shows: words of somebody else unless they wrote them before. */
export interface Quoted {
  text: string
  isTheirs?: true
  /** It stands in the same chat, so it was answered when it came. */
  isHere?: true
}

/** Whose words they are, and what they are about. */
interface About {
  /** Words of somebody else, passed on. */
  isTheirs?: boolean
  quoted?: Quoted
  /** It answers to what stands in another chat, or in a story. */
  isElsewhere?: true
}

/** A picture that a person sent, or a file that is one. */
export interface Sent extends About {
  kind: 'picture'
  /** Telegram's name for it, by which it can be fetched. */
  file: string
  /** Where Telegram tells. */
  bytes?: number
  /** A kind of picture that the reader does not know. */
  isStrange?: true
  caption?: string
  /** Pictures that were sent as one. */
  album?: string
}

export interface Card {
  /** Which bot. */
  of: number
  /** A flow, if it is ours. */
  opens: string
}

/** Words, perhaps with a link or a telephone number among them. */
export interface Written extends About {
  kind: 'text'
  text: string
  holds?: Unread
  /** It is the card of a bot, whose button leads to that bot by a word. */
  card?: Card
}

/** Something that is not read, perhaps with words below it. */
export interface Media extends About {
  kind: 'media'
  holds: Unread
  caption?: string
  /** Files that were sent as one. */
  album?: string
  /** Words below a picture that were changed; the picture was read before. */
  isBelow?: true
  /** A place that moves with whoever sent it. */
  isLive?: true
}

/** What stands in a picture; or why nothing does. */
export interface PictureRead {
  kind: 'read'
  /** The update that brought it. */
  of: number
  /** It was sent as one with others. */
  isOfAlbum?: true
  /** Nothing of ours says that it is being read. */
  isQuiet?: true
  is: Legible | { fault: PictureFault }
}

/** The words of a picture, without those of somebody's papers. */
export type Legible = PictureWords & { isPaper?: true }

export type Event =
  | { kind: 'command'; name: string; payload?: string }
  | Written
  | Media
  | Sent
  | PictureRead
  | { kind: 'press'; flow: string; step: string; choice: string }
  | { kind: 'forged' }
  | { kind: 'checked'; answer: Answer }
  | { kind: 'due'; what: string; minute: number }
  | DeskFound
  | DeskNews
