import type { Pace } from '../../core/desk/pace.ts'
import type { Deed, Facts, State } from '../../core/turn.ts'
import type { Source } from './source.ts'

/** Where talks are kept. What has expired is not returned. */
export interface Talks {
  load(chat: number): Promise<Talk | undefined>
  /** Writes on condition that nobody else did since it was read, or throws Stale. Returns it as written. */
  keep(chat: number, talk: Talk): Promise<Talk>
  /** With a version: only if nobody wrote it since; otherwise throws Stale. */
  drop(chat: number, version?: number): Promise<void>
  /**
   * Remembers without an id that this person is to be erased from a backup too, if one is ever brought back; and their last
   * updates, so that one that comes again begins nothing.
   */
  noteForgotten(chat: number, updates: number[]): Promise<void>
  /** The updates that a person had sent before they were forgotten lately. */
  forgotten(chat: number): Promise<number[]>
}

/** The ids of what stands in a chat. */
export interface Messages {
  of(chat: number): Promise<Seen[]>
  note(chat: number, seen: Seen[]): Promise<void>
  /** All of them, or those that are gone from the phone. */
  drop(chat: number, messages?: number[]): Promise<void>
}

/** What a decided update still has to do; one for each queue, written together with the new state. */
export interface Pending {
  update: number
  /** When it was decided or last taken over, in milliseconds; 0: given back after a failure. */
  at: number
  /** The message that came, or that carries the pressed button. */
  message: number
  sentAt: number
  /** When that message was changed to what was answered, in seconds. */
  editedAt?: number
  effects: Deed[]
  /** How often whoever was at work on it saw it fail and gave it back. */
  failed?: number
  /** What earlier updates of this source have left undone, the oldest first: chores and endings, nothing to show. */
  left?: Pending[]
}

/** What we hold of one person's talk. */
export interface Talk extends Facts {
  state?: State
  /** The last 32 update ids, so that a repeat is recognised. */
  recent: number[]
  /** The last of those that emptied the chat or erases the person: what was decided before it is said no more. */
  cut?: number
  pending: Partial<Record<Source, Pending>>
  /** How much they wrote to a desk lately. */
  pace?: Pace
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
