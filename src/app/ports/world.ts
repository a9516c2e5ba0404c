import type { Content } from '../../core/engine/flow.ts'
import type {
  Answer,
  Candidate,
  Finding,
  FirmNumber,
  NumberKind,
  NumberRead,
  Outcome,
  Question,
  Unavailable,
} from '../../core/firm/firm.ts'
import type { Choice, Deed, Due, Place, State, Text, Ticks } from '../../core/turn.ts'
import type { Voice } from '../../core/voice.ts'

/** Everything outside that the app needs, as an argument: the only seam of the project. */
export interface World {
  content: Content
  store: Store
  channel: Channel
  queue: Queue
  registers: Register[]
  readNumbers: ReadNumbers
  now: () => Date
  /** Where one process does everything: when it began, so that nothing older can still be at work. */
  aloneSince?: Date
  /** Waits so many milliseconds. */
  pause: (ms: number) => Promise<void>
  log: Log
}

/** One line of what happened. Never a text, a name, a chat id or a raw error of Telegram. */
export type Log = (event: string, facts?: Record<string, string | number | boolean>) => void

/** Telegram's queues, where the next update comes only after our 2xx; the registers' answers; the clock. */
export type Source = 'message' | 'press' | 'check' | 'due'

/** An update of a person, read. */
export interface Incoming {
  update: number
  chat: number
  source: Source
  /** The person's message, or the one whose button was pressed. */
  message: number
  /** When that message was sent, in seconds; 0 when Telegram no longer knows. */
  sentAt: number
  /** The press that waits for an answer. */
  press?: string
  /** The language of the person's Telegram, only until they choose one. */
  language?: string
  event: Event
}

export type Event =
  | { kind: 'command'; name: string; payload?: string }
  | { kind: 'text'; text: string }
  | { kind: 'media'; caption?: string }
  | { kind: 'press'; flow: string; step: string; choice: string }
  | { kind: 'forged' }
  | { kind: 'checked'; answer: Answer }
  | { kind: 'due'; what: string; minute: number }

/** What a decided update still has to do; one for each queue, written together with the new state. */
export interface Pending {
  update: number
  /** When it was decided or last taken over, in milliseconds; 0: given back after a failure. */
  at: number
  /** The message that came, or that carries the pressed button. */
  message: number
  sentAt: number
  effects: Deed[]
  /** How often whoever was at work on it saw it fail and gave it back. */
  failed?: number
  /** What earlier updates of this source have left undone, the oldest first: chores and endings, nothing to show. */
  left?: Pending[]
}

/** What we hold of one person's talk. */
export interface Talk {
  language?: string
  country?: string
  /** Under 18, as they said when a flow asked. */
  minor?: boolean
  state?: State
  ticks?: Ticks
  /** The last 32 update ids, so that a repeat is recognised. */
  recent: number[]
  /** The last of those that emptied the chat or erases the person: what was decided before it is said no more. */
  cut?: number
  pending: Partial<Record<Source, Pending>>
  /** Counts the writes; 0 was never written. */
  version: number
}

/** A message in the chat, ours or theirs, so that it can be taken away again. */
export interface Seen {
  message: number
  /** In seconds. */
  at: number
  own: boolean
  /** The update that made it; 0: it is blank by now. */
  update: number
}

/** Where talks are kept. What has expired is not returned. */
export interface Store {
  load(chat: number): Promise<Talk | undefined>
  /** Writes on condition that nobody else did since it was read, or throws Stale. Returns it as written. */
  keep(chat: number, talk: Talk): Promise<Talk>
  /** With a version: only if nobody wrote it since; otherwise throws Stale. */
  dropTalk(chat: number, version?: number): Promise<void>
  /**
   * Remembers without an id that this person is to be erased from a backup too, if one is ever brought back; and their last
   * updates, so that one that comes again begins nothing.
   */
  noteForgotten(chat: number, updates: number[]): Promise<void>
  /** The updates that a person had sent before they were forgotten lately. */
  forgotten(chat: number): Promise<number[]>
  seen(chat: number): Promise<Seen[]>
  note(chat: number, seen: Seen[]): Promise<void>
  /** All of them, or those that are gone from the phone. */
  dropSeen(chat: number, messages?: number[]): Promise<void>
  /** The clock shall bring these to the person, and nothing that was planned before. */
  plan(chat: number, dues: Due[], language?: string): Promise<void>
  /** What is planned and subscribed shall come in this language. Brings nothing back that is ended meanwhile. */
  speak(chat: number, language: string): Promise<void>
  /** What is planned and was not brought yet, the soonest first. */
  planned(chat: number): Promise<Due[]>
  /** It was brought. */
  brought(chat: number, due: Due): Promise<void>
  /** Minutes after one and up to another under which something may lie, the earliest first. */
  minutesDue(after: number, until: number): Promise<number[]>
  /** Whatever lies under a minute. */
  dueIn(minute: number): Promise<DueFor[]>
  /** The last minute that was taken whole. */
  cursor(): Promise<number | undefined>
  /** Never moves back. */
  moveCursor(minute: number): Promise<void>
  subscribe(chat: number, theme: string, language?: string): Promise<void>
  unsubscribe(chat: number, theme: string): Promise<void>
  /** What the person is subscribed to, in alphabetical order. */
  themes(chat: number): Promise<string[]>
  /** Adds one to a day's counter, e.g. how many came by a poster. */
  count(name: string): Promise<void>
  /** What a register last said about a number. */
  known(register: string, number: string): Promise<Known | undefined>
  /** Keeps what it said; "unavailable" is kept beside the last thing it said, not instead of it. */
  know(finding: Finding): Promise<void>
  /** Takes one request out of what a register bears, over all processes; false when there is none left. */
  take(register: string, pace: Pace): Promise<boolean>
  /** When the copy of a register's file was made and how many numbers it holds. */
  copyOf(register: string): Promise<CopyNote | undefined>
  /** What the copy says about a number; undefined: it does not stand there. */
  copied(register: string, number: string): Promise<Outcome | undefined>
  /** Takes the place of the copy before; until it is written whole, the old one answers. */
  keepCopy(register: string, copy: Copy): Promise<void>
}

export interface Known {
  finding?: Finding
  /** The last time it could not say anything; ISO. */
  trouble?: { reason: Unavailable; at: string }
}

export interface CopyNote {
  asOf: string
  /** When it was fetched; ISO. */
  fetchedAt: string
  count: number
}

/** Something that the clock will bring to somebody, in the language that they spoke when they asked for it. */
export type DueFor = Due & { chat: number; language?: string }

/** What a person sees at once: words, buttons, perhaps a short word above. */
export interface Screen {
  text: Text
  at?: Place
  choices?: Choice[]
  progress?: { at: number; of: number }
  hint?: Text
}

export interface Address {
  chat: number
  voice: Voice
}

/** The way to the person's phone. Throws Busy and Gone. */
export interface Channel {
  /** Returns the id of the new message. */
  send(to: Address, screen: Screen): Promise<number>
  /** Changes a message of ours in place; false when that is no longer possible. */
  edit(to: Address, message: number, screen: Screen): Promise<boolean>
  /** Takes the buttons away. */
  strip(chat: number, message: number): Promise<void>
  answer(press: string, voice: Voice, toast?: Text): Promise<void>
  /** Deletes messages on both sides; returns those that stayed. */
  erase(chat: number, messages: number[]): Promise<number[]>
  /** Says why in one sentence and leaves a group. */
  leave(to: Address): Promise<void>
}

/** What every register tells about itself. Ids as in the variables `REGISTER_<ID>_URL` and `REGISTER_<ID>_KEY`. */
interface AnyRegister {
  id: string
  /** That a firm exists, that it may trade with VAT, or that it may act as an agency. */
  proves: 'firm' | 'vat' | 'agency'
  takes: NumberKind[]
  /** False while it lacks a key or the operator's word; then nobody asks it. */
  isOn: boolean
  /** How long an answer may be repeated without asking again. */
  freshMs: number
  /** A number that it is known to know: the operator's morning check. */
  known: FirmNumber
  /** What it must say of that number, where it must not know it: no person's number stands in our sources. */
  expects?: 'not-found'
}

/** A register that is asked firm by firm. Throws Unavailable. */
export interface AskedRegister extends AnyRegister {
  kind: 'asked'
  /** At most so many requests in so many milliseconds, over all processes; `day` ends at midnight in that zone. */
  paces: Pace[]
  lookup(number: FirmNumber, limits: Limits): Promise<Outcome & { request?: string }>
  /** Countries whose firms it finds by name. */
  searches?: string[]
  search?(name: string, limits: Limits): Promise<Candidate[]>
}

export type Pace = { most: number; perMs: number } | { most: number; day: string }

/** A register that is copied whole, once a day. Throws Unavailable. */
export interface CopiedRegister extends AnyRegister {
  kind: 'copied'
  download(limits: Limits): Promise<Copy>
}

/** A register's file, read: what it says of each number, by number id, as of when it was made (ISO). */
export interface Copy {
  asOf: string
  outcomes: Map<string, Outcome>
}

export interface Limits {
  signal: AbortSignal
  now: Date
}

export type Register = AskedRegister | CopiedRegister

/** Work that need not be done within the turn; one at a time in each group, in order. */
export type Job =
  | { kind: 'check'; question: Question; asker: Asker }
  | { kind: 'refresh'; register: string }
  /** What an update has left undone, because something had no time for too long. */
  | { kind: 'rest'; chat: number; update: number; language?: string }
  /** What a hidden chat still has to lose, where that takes longer than a turn may. */
  | { kind: 'wipe'; chat: number; messages: number[]; language?: string }
  | ({ kind: 'due' } & DueFor)

/** Who waits for an answer: the update that asked, and the message to turn into it, if it stood already. */
export interface Asker {
  chat: number
  update: number
  /** When it asked, in milliseconds. */
  at: number
  message?: number
  language?: string
}

export interface Queue {
  enqueue(job: Job): Promise<void>
}

/** Reads numbers of firms in what somebody typed, the likeliest first; a country of theirs helps to decide. */
export type ReadNumbers = (text: string, country?: string) => NumberRead[]
