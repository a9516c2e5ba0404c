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
  /** A case that nobody touches, and the talk of its person. */
  caseMs: 60 * 24 * hour,
  /** Words keep a case alive, and write it no more often than this. */
  touchMs: 24 * hour,
  /** A case that is closed, with its topic. */
  closedCaseMs: 30 * 24 * hour,
  /** The topic of an urgent case whose person asked to be forgotten: whoever held the phone may not have been its owner. */
  urgentTopicMs: 72 * hour,
  /** Who was forgotten, as a keyed hash: a day longer than a backup that still knows them. */
  forgottenMs: 8 * 24 * hour,
  /** A bot that was put into a group waits so long for the code of a desk. */
  invitedMs: 2 * 24 * hour,
  /** Who of a desk has accepted the code of conduct; they are asked again about once a year. */
  conductMs: 400 * 24 * hour,
  /** A desk that does not talk with somebody: as a keyed hash. */
  blockMs: 90 * 24 * hour,
  /** Counters without people in them. */
  counterMs: 400 * 24 * hour,
}
