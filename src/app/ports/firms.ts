import type {
  Candidate,
  Finding,
  FirmNumber,
  NumberKind,
  NumberRead,
  Outcome,
  Unavailable,
} from '../../core/firm/firm.ts'

/** What registers have said. */
export interface Firms {
  /** What a register last said about a number. */
  known(register: string, number: string): Promise<Known | undefined>
  /** Keeps what it said; "unavailable" is kept beside the last thing it said, not instead of it. */
  know(finding: Finding): Promise<void>
  /** When the copy of a register's file was made and how many numbers it holds. */
  copyOf(register: string): Promise<CopyNote | undefined>
  /** What the copy says about a number; undefined: it does not stand there. */
  copied(register: string, number: string): Promise<Outcome | undefined>
  /** Takes the place of the copy before; until it is written whole, the old one answers. */
  keepCopy(register: string, copy: Copy): Promise<void>
}

/** How often something may be done, over all processes. */
export interface Paces {
  /** Takes one out of what a pace allows; false when there is none left. */
  take(what: Paced, pace: Pace): Promise<boolean>
}

/** A register that is asked, or a task of our own. */
export type Paced = { register: string } | { task: string }

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

/** What every register tells about itself. Ids as in the variables `REGISTER_<ID>_URL` and `REGISTER_<ID>_KEY`. */
interface AnyRegister {
  id: string
  /** That a firm exists, that it may trade with VAT, or that it may act as an agency. */
  proves: 'firm' | 'vat' | 'agency'
  takes: NumberKind[]
  /** Of those kinds the numbers that it can know, where that is not all. */
  knows?: (number: FirmNumber) => boolean
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

/**
 * Reads numbers of firms in what somebody typed, the likeliest first; a country of theirs helps to decide, and whether a number was
 * asked for.
 */
export type ReadNumbers = (text: string, country?: string, isAsked?: boolean) => NumberRead[]
