import type { Event, Press } from '../ports/arrival.ts'
import type { Source } from '../ports/source.ts'
import type { Pending, Talk } from '../ports/talk.ts'

/** A decided update at the moment when it is carried out. */
export interface Performance {
  talk: Talk
  entry: Pending
  chat: number
  source: Source
  press?: Press | undefined
  /** The update itself, if it is at hand: what a screen quotes is taken from it, never from what we keep. */
  event?: Event | undefined
  /** The message of the same chat that it answers to. */
  replyTo?: number | undefined
  /** The language of the person's Telegram, until they choose one. */
  language?: string | undefined
  /** Somebody else began before us and may have sent something. */
  repeated: boolean
}
