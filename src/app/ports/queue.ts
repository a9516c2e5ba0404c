import type { News } from '../../core/case.ts'
import type { CaseLine } from '../../core/desk/lines.ts'
import type { Question } from '../../core/firm/firm.ts'
import type { CaseDue, DueFor } from './plan.ts'

/** Work that need not be done within the turn. */
export type Job =
  /** `apart`: telling them has no time, and others who ask about the firm shall not wait for it. */
  | { kind: 'check'; question: Question; asker: Asker; apart?: true }
  /** A picture of somebody: Telegram's name for the file. Nothing of ours says "reading" where it is quiet. */
  | { kind: 'read'; file: string; asker: Asker; isOfAlbum?: true; isQuiet?: true }
  | { kind: 'refresh'; register: string }
  /** What an update has left undone, because something had no time for too long. */
  | { kind: 'rest'; chat: number; update: number; language?: string }
  /** What a hidden chat still has to lose, where that takes longer than a turn may. */
  | { kind: 'wipe'; chat: number; messages: number[]; language?: string }
  | ({ kind: 'due' } & DueFor)
  | ({ kind: 'case-due' } & CaseDue)
  /** A case gets its topic at the desk: the one that began with this update. Once more in a group that the desk has moved to. */
  | { kind: 'open-case'; chat: number; desk: string; update: number; movedTo?: number }
  | Relay
  /** Messages of the desk that waited for a press are shown. */
  | { kind: 'reveal'; chat: number; update: number }
  | TakeBack
  /** The desk's view of a case is brought up to date: its card, the name of its topic, a line about what happened. */
  | {
      kind: 'case-card'
      chat: number
      desk: string
      update: number
      line?: CaseLine
      of?: EndedCase
    }
  /** What is left at the desk of somebody who is not known any more. */
  | { kind: 'end-topic'; desk: string; thread: number; isUrgent?: true }
  /** A complaint of a person is brought to who leads the desk. */
  | { kind: 'complaint'; chat: number; desk: string; message: number; update: number }
  | ReportJob
  /** What the desk did is brought to the person. */
  | { kind: 'desk-news'; chat: number; update: number; news: News }

/** A message is copied to the other side of a case. */
export type Relay = {
  kind: 'relay'
  chat: number
  desk: string
  /** Where it is to come. */
  to: 'desk' | 'person'
  /** The message to copy, and the update that brought it. */
  message: number
  update: number
  /** What it answers to, on its own side. */
  replyTo?: number
  /** It cries for help. */
  isUrgent?: true
  /** It is about a talk that is over. */
  isLast?: true
  /** The message says something else than before. */
  isEdit?: true
  /** When the person wrote what they have changed, in seconds. */
  writtenAt?: number
  /** The topic that it stands in, where the desk wrote it. */
  thread?: number
  /** The person stands somewhere else, so it is said that somebody wrote. */
  isAway?: true
}

/** What a report is made of, each a message. */
export const reportParts = ['picture', 'table', 'file'] as const
export type ReportPart = (typeof reportParts)[number]

/** A part of what a desk learns from its cases. */
export type ReportJob = {
  kind: 'report'
  desk: string
  /** Where it was asked for, and by which message. */
  group: number
  thread?: number
  message: number
  update: number
  /** On which day, and of how many weeks. */
  day: string
  weeks: number
  part: ReportPart
}

/** A case that its person has ended; by the time that its topic hears it, they may have begun another one. */
export interface EndedCase {
  thread: number
  name: string
}

/** Whoever wrote it wants a message away, with its twin on the other side. */
export type TakeBack = {
  kind: 'take-back'
  chat: number
  desk: string
  /** Who wants it. */
  by: 'desk' | 'person'
  message: number
  /** The message that says so, which goes too, and its update. */
  command: number
  update: number
  /** The topic in which the desk wrote. */
  thread?: number
}

/** Who waits for an answer: the update that asked, and the message with the button to turn into it, if there is one. */
export interface Asker {
  chat: number
  update: number
  /** Which of its questions it is, from 1. */
  nth?: number
  /** It asks again after a crash, and may have shown "looking" over the answer: that is to be shown once more. */
  again?: true
  /** When it asked, in milliseconds. */
  at: number
  message?: number
  language?: string
}

/** Under which names a job lies in the queue. */
export interface Label {
  /** One at a time in each group, in order. */
  group: string
  /** What makes two jobs the same: a repeated turn must not ask twice. */
  once: string
}

export interface Queue {
  enqueue(job: Job): Promise<void>
}
