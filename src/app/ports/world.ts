import type { Content } from '../../core/engine/flow.ts'
import type { Text } from '../../core/turn.ts'
import type { Voice } from '../../core/voice.ts'
import type { Blocks } from './blocks.ts'
import type { Cases } from './cases.ts'
import type { Charts } from './charts.ts'
import type { Desks } from './desks.ts'
import type { Firms, Paces, ReadNumbers, Register } from './firms.ts'
import type { Phone } from './phone.ts'
import type { Files, Reader } from './pictures.ts'
import type { Plans } from './plan.ts'
import type { Queue } from './queue.ts'
import type { Reports } from './reports.ts'
import type { Room } from './room.ts'
import type { Messages, Talks } from './talk.ts'
import type { Tips } from './tips.ts'

/** Everything outside that the app needs, as an argument: the only seam of the project. */
export interface World extends Store {
  content: Content
  /** Which bot this is, by Telegram's number for it. */
  me: number
  phone: Phone
  /** The groups of desks. */
  room: Room
  /** Shows that a code for a desk is ours; undefined: none can be shown to be. */
  deskKey?: string | undefined
  queue: Queue
  registers: Register[]
  /** Pictures that people have sent, and what reads them. */
  files: Files
  reader: Reader
  /** Draws the pictures of reports. */
  charts: Charts
  readNumbers: ReadNumbers
  /** What stands on a button, for who types it instead. */
  label: (text: Text, voice: Voice) => string
  now: () => Date
  /** Where one process does everything: when it began, so that nothing older can still be at work. */
  aloneSince?: Date
  /** Waits so many milliseconds. */
  pause: (ms: number) => Promise<void>
  log: Log
}

/** Whatever is kept, by noun. */
export interface Store {
  talks: Talks
  messages: Messages
  plans: Plans
  tips: Tips
  desks: Desks
  cases: Cases
  blocks: Blocks
  firms: Firms
  paces: Paces
  counters: Counters
  reports: Reports
}

/** How often something happened on a day, e.g. how many came by a poster. */
export interface Counters {
  add(name: string): Promise<void>
}

/** One line of what happened. Never a text, a name, a chat id or a raw error of Telegram. */
export type Log = (event: string, facts?: Record<string, string | number | boolean>) => void
