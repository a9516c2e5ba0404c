import type { Answer } from '../../core/firm/firm.ts'
import type { Source } from './source.ts'

/** What came from outside, read. */
export type Arrival =
  | { kind: 'person'; incoming: Incoming }
  /** Somebody put the bot into a group, or wrote in one. */
  | { kind: 'stranger'; chat: number; language?: string }
  /** A person blocked the bot, by an update that may come late. */
  | { kind: 'blocked'; chat: number; update: number }
  | { kind: 'back'; chat: number }
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
  /** The language of the person's Telegram, only until they choose one. */
  language?: string
  event: Event
}

/** A press of a button. */
export interface Press {
  /** Waits for an answer. */
  id: string
  /** What carried the button: a screen can turn into the next one; a tip, such as a picture, stays as it is. */
  on: 'screen' | 'tip'
}

export type Event =
  | { kind: 'command'; name: string; payload?: string }
  /** `isTheirs`: words of somebody else, passed on. */
  | { kind: 'text'; text: string; isTheirs?: boolean }
  | { kind: 'media'; caption?: string; isTheirs?: boolean }
  | { kind: 'press'; flow: string; step: string; choice: string }
  | { kind: 'forged' }
  | { kind: 'checked'; answer: Answer }
  | { kind: 'due'; what: string; minute: number }
