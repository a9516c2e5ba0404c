import type { Unavailable as Reason } from '../core/firm/firm.ts'
import type { Incoming } from './ports/arrival.ts'

/** The outside has no time: another try makes sense after so many seconds. */
export class Busy extends Error {
  override name = 'Busy' as const
  seconds: number
  constructor(seconds: number, reason: string) {
    super(reason)
    this.seconds = seconds
  }
}

/** The first delivery of an update may still be at work on it, so a repeat must not begin. */
export class AtWork extends Busy {
  constructor() {
    super(2, 'the first may still be at work')
  }
}

/** What was asked for has no time, so it is not done yet; what is to be shown was not tried. */
export class Waits extends Busy {
  constructor({ seconds, message }: Busy) {
    super(seconds, message)
  }
}

/** The person cannot be reached any more: blocked the bot, or the account is gone. */
export class Gone extends Error {
  override name = 'Gone' as const
}

/** A place where the bot talked is lost to it: a topic or a group is gone, or it may not do there what it wanted. */
export class Lost extends Error {
  override name = 'Lost' as const
  what: 'topic' | 'group' | 'rights'
  /** The group lives on under another id. */
  movedTo?: number
  constructor(what: Lost['what'], movedTo?: number) {
    super(`the ${what} is lost`)
    this.what = what
    if (movedTo !== undefined) this.movedTo = movedTo
  }
}

/** Somebody else wrote the talk since we read it. */
export class Stale extends Error {
  override name = 'Stale' as const
  constructor() {
    super('somebody else wrote it')
  }
}

/** Something could not be passed on to the queue. */
export class Unasked extends Error {
  override name = 'Unasked' as const
  /** What comes back at once instead of an answer. */
  answer: () => Promise<Incoming>
  constructor(answer: () => Promise<Incoming>) {
    super('the queue is away')
    this.answer = answer
  }
}

/** A register could not say anything, for this reason. */
export class Unavailable extends Error {
  override name = 'Unavailable' as const
  reason: Reason
  constructor(reason: Reason) {
    super(reason)
    this.reason = reason
  }
}

/** What passes, who is gone and who was quicker is decided on by whoever asked; anything else is a mistake to be mended. */
export function isBug(error: unknown): boolean {
  return !(error instanceof Busy || error instanceof Gone || error instanceof Stale)
}
