const hour = 3_600_000

/** How long things are held, in milliseconds. Telegram lets a bot delete messages for 48 hours; we stay below. */
export const retention = {
  /** Answers of an open check, after the last touch. */
  talkMs: 14 * 24 * hour,
  /** The window in which messages can be deleted on both sides. */
  erasableMs: 47 * hour,
  /** What a register said about a firm; older than its freshness it serves only on a day when the register is down. */
  factMs: 30 * 24 * hour,
  /** What the clock could not bring in time: longer than the bot ever stands still. Later it would only puzzle. */
  lateMs: 14 * 24 * hour,
  /** Who was forgotten, as a keyed hash: a day longer than a backup that still knows them. */
  forgottenMs: 8 * 24 * hour,
  /** Counters without people in them. */
  counterMs: 400 * 24 * hour,
}
