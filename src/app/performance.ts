import type { Pending, Source, Talk } from './ports.ts'

/** A decided update at the moment when it is carried out. */
export interface Performance {
  talk: Talk
  entry: Pending
  chat: number
  source: Source
  press?: string | undefined
  /** What the person wrote in this update: quoted at once, never kept. */
  words?: string | undefined
  /** The language of the person's Telegram, until they choose one. */
  language?: string | undefined
  /** Somebody else began before us and may have sent something. */
  repeated: boolean
}
