import type { Unavailable as Reason } from '../core/firm.ts'

/** The outside has no time: another try makes sense after so many seconds. */
export class Busy extends Error {
  override name = 'Busy' as const
  seconds: number
  constructor(seconds: number, reason: string) {
    super(reason)
    this.seconds = seconds
  }
}

/** The person cannot be reached any more: blocked the bot, or the account is gone. */
export class Gone extends Error {
  override name = 'Gone' as const
}

/** Somebody else wrote the talk since we read it. */
export class Stale extends Error {
  override name = 'Stale' as const
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
