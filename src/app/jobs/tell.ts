import { nameOf, placeOf } from '../place.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { World } from '../ports/world.ts'
import { Gone, isBug } from '../trouble.ts'
import { handle } from '../turn/handle.ts'
import { saySorry } from '../words/sorry.ts'

/** Whether it came to them, or to nobody any more. */
export type Told = 'told' | 'gone'

/**
 * Feeds what a job has found to the talk. A bug in one person's talk holds up nobody who waits behind the job; they are told, and can
 * ask again. Throws Busy and Stale.
 */
export async function tell(world: World, incoming: Incoming): Promise<Told> {
  try {
    await handle(world, incoming)
    return 'told'
  } catch (error) {
    if (!isBug(error) && !(error instanceof Gone)) throw error
    if (error instanceof Gone) world.log('person-gone')
    else world.log('bug', { error: nameOf(error), at: placeOf(error) })
    if (error instanceof Gone) return 'gone'
    await saySorry(world, incoming)
    return 'told'
  }
}
