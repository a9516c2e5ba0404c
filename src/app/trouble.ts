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
