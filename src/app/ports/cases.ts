import type { Case } from '../../core/case.ts'

/** A message beside its copy on the other side. */
export interface Twin {
  /** The copy. */
  message: number
  /** The update that made it. */
  update: number
  /** When a word of the desk was copied into the chat, in seconds; undefined: the person wrote it there. */
  copiedAt?: number
  /** What it has taken the place of in the chat. */
  replaces?: number
}

export interface Pair {
  chat: number
  topic: number
  update: number
  copiedAt?: number
  replaces?: number
}

/** Whose message it is: the person's own in their chat, or one in the topic of the desk. */
export type Side = 'chat' | 'topic'

/** Cases of people, one of each person, and which message is whose copy. */
export interface Cases {
  of(chat: number): Promise<Case | undefined>
  /** Writes on condition that nobody else did since it was read, or throws Stale. Returns it as written. */
  keep(chat: number, one: Case): Promise<Case>
  /** The case and the copy of a message, in one request. */
  look(chat: number, side: Side, message: number): Promise<{ one?: Case; twin?: Twin }>
  /** A message in the chat and one in the topic are copies of each other. One request. */
  pair(chat: number, pair: Pair): Promise<void>
  /** They are no copies of each other any more. One request. */
  unpair(chat: number, pair: Pick<Pair, 'chat' | 'topic'>): Promise<void>
  /** All pairs, as each message of this side has its newest twin: one that was changed has several in the topic. */
  pairs(chat: number, side: Side): Promise<Pair[]>
  /** The case with all pairs. Of a person who has none, nothing. */
  drop(chat: number): Promise<void>
}
