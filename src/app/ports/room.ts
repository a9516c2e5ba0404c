import type { Choice, Text } from '../../core/turn.ts'
import type { Voice } from '../../core/voice.ts'

/** A place in a group: one of its topics, or the one that is for everything else. */
export interface Spot {
  group: number
  thread?: number
}

/** What is said in a group: words, and buttons that carry the name of what they belong to. */
export interface Notice {
  text: Text
  /** `case`, `conduct`: what an answer to a button is told by. */
  of?: string
  choices?: Choice[]
}

/** A file of ours: a picture to look at, or one to keep. */
export interface Attachment {
  as: 'photo' | 'document'
  /** What it is called, with its ending. */
  name: string
  bytes: Uint8Array
  /** Below it, at most 1024 characters. */
  caption: Text
}

/** What a bot needs to be allowed in a group to work there. */
export interface Rights {
  /** A supergroup where topics are switched on. */
  isForum: boolean
  isAdmin: boolean
  topics: boolean
  deleting: boolean
  pinning: boolean
}

/** What became of a copy. `impossible`: Telegram copies no such message. `gone`: it is not there any more. */
export type Copied = number | 'impossible' | 'gone'

export interface Copying {
  from: { chat: number; message: number }
  to: { chat: number; thread?: number; replyTo?: number }
  /** It cannot be passed on or saved. */
  isProtected?: true
}

/** A short sign on a message: it has arrived, it waits until somebody presses, it did not arrive. */
export type Mark = 'arrived' | 'waits' | 'failed'

/** The way to a group of a desk, and from it to people and back. Throws Busy, Gone and Lost. */
export interface Room {
  /** Returns the id of the new message. */
  say(to: Spot, notice: Notice, voice: Voice, replyTo?: number): Promise<number>
  /** Sends a file. Returns the id of its message. */
  attach(to: Spot, file: Attachment, voice: Voice, replyTo?: number): Promise<number>
  /** Changes a message of ours; false when that is no longer possible. */
  edit(to: Spot, message: number, notice: Notice, voice: Voice): Promise<boolean>
  /** Answers a press with a word over it; an alert stays until it is confirmed. */
  answer(press: string, voice: Voice, text?: Text, how?: 'alert'): Promise<void>
  /** Returns the id of the topic. */
  openTopic(group: number, name: Text, voice: Voice): Promise<number>
  /** Gives it another name; one that it has already is no trouble. */
  nameTopic(group: number, thread: number, name: Text, voice: Voice): Promise<void>
  /** No member can write there any more, or can again; one that is so already is no trouble. */
  closeTopic(group: number, thread: number): Promise<void>
  reopenTopic(group: number, thread: number): Promise<void>
  /** With all its messages; one that is gone is no trouble. */
  deleteTopic(group: number, thread: number): Promise<void>
  pin(group: number, message: number): Promise<void>
  /** Formatting stays; nothing tells who wrote it. */
  copy(copying: Copying): Promise<Copied>
  /** Puts a sign on a message in the place of another one of ours; where that cannot be, nothing happens. */
  mark(chat: number, message: number, mark: Mark): Promise<void>
  /** False: it cannot be deleted. One that is gone is no trouble. */
  erase(chat: number, message: number): Promise<boolean>
  /** Telegram lists these in the group beside the field for typing, each with its text. */
  listCommands(group: number, commands: Record<string, Text>, voice: Voice): Promise<void>
  rights(group: number): Promise<Rights>
  /** Whether this is how the bot is called, in small letters. Administrators also hear commands for other bots. */
  isOurName(name: string): Promise<boolean>
  /** Whether somebody is in the group, and what they call themselves; undefined: they are not. */
  member(group: number, user: number): Promise<Member | undefined>
}

export interface Member {
  name: string
  isAdmin: boolean
}
