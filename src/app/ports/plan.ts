import type { CaseClock } from '../../core/case.ts'
import type { Due } from '../../core/turn.ts'

/** What the clock brings. */
export interface Plans {
  /** The clock shall bring these to the person, and nothing that was planned before. */
  set(chat: number, dues: Due[], language?: string): Promise<void>
  /** What is planned and was not brought yet, the soonest first. */
  of(chat: number): Promise<Due[]>
  /** It was brought. */
  done(chat: number, due: Due): Promise<void>
  /** What is planned shall come in this language. Brings nothing back that is ended meanwhile. */
  speak(chat: number, language: string): Promise<void>
  /** Minutes after one and up to another under which something may lie, the earliest first. */
  minutes(after: number, until: number): Promise<number[]>
  /** Whatever lies under a minute. */
  at(minute: number): Promise<DueFor[]>
  /** The clock shall bring this to the case of somebody. What names it must be known from their case before. */
  setForCase(due: CaseDue): Promise<void>
  /** It was brought, or is not to be. */
  doneForCase(due: Omit<CaseDue, 'desk'>): Promise<void>
  /** Whatever lies under a minute for cases. */
  casesAt(minute: number): Promise<CaseDue[]>
  /** The last minute that was taken whole. */
  cursor(): Promise<number | undefined>
  /** Never moves back. */
  moveCursor(minute: number): Promise<void>
}

/** Something that the clock will bring to the desk of a case. */
export type CaseDue = { chat: number; desk: string; minute: number; what: CaseClock }

/** Something that the clock will bring to somebody, in the language that they spoke when they asked for it. */
export type DueFor = Due & { chat: number; language?: string }
