import { createHash } from 'node:crypto'

/**
 * The id of an input that is no update of Telegram's, from its name, e.g. `due/29912340/arrival`: the same whenever it is repeated,
 * negative where Telegram's are positive, and of 52 bits, so that no two meet.
 */
export function ownUpdate(name: string): number {
  const hash = createHash('sha256').update(name).digest().readBigUInt64BE()
  // -1 and 0 stand for none.
  return -2 - Number(hash >> 12n)
}
