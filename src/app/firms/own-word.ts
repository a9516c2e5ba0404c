import { nameOf, placeOf } from '../place.ts'
import type { Register } from '../ports/firms.ts'
import type { Log } from '../ports/world.ts'
import { Unavailable } from '../trouble.ts'

/**
 * What the register's own code gives. A bug there must not silence the other registers: it is logged by its place, and this one
 * counts as changed. Only its own code belongs in here, so that trouble of our database stays what it is. Throws Unavailable.
 */
export async function ownWord<Word>(
  log: Log,
  { id }: Register,
  say: () => Promise<Word>,
): Promise<Word> {
  try {
    return await say()
  } catch (error) {
    if (error instanceof Unavailable) throw error
    log('bug', { error: nameOf(error), at: placeOf(error), register: id })
    throw new Unavailable('changed')
  }
}
