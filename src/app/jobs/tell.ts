import { nameOf, placeOf } from '../place.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { World } from '../ports/world.ts'
import { Gone, isBug } from '../trouble.ts'
import { handle } from '../turn/handle.ts'
import { saySorry } from '../words/sorry.ts'

/**
 * Feeds what a job has found to the talk. A bug in one person's talk holds up nobody who waits behind the job; they are told, and can
 * ask again. Throws Busy and Stale.
 */
export async function tell(world: World, incoming: Incoming): Promise<void> {
  await handle(world, incoming).catch(async (error) => {
    if (!isBug(error) && !(error instanceof Gone)) throw error
    if (error instanceof Gone) return world.log('person-gone')
    world.log('bug', { error: nameOf(error), at: placeOf(error) })
    return saySorry(world, incoming)
  })
}
