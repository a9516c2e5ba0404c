import type { Answer } from '../../core/firm/firm.ts'

/** Telegram's queues, where the next update comes only after our 2xx; the registers' answers; the clock. */
export const sources = ['message', 'press', 'check', 'due'] as const
export type Source = (typeof sources)[number]

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
