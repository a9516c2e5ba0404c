import { arrive } from '../app/arrive.ts'
import { endHeld } from '../app/held.ts'
import { nameOf, placeOf } from '../app/place.ts'
import type { Arrival } from '../app/ports/arrival.ts'
import type { World } from '../app/ports/world.ts'
import { Busy, Gone, Lost, Stale } from '../app/trouble.ts'
import { saySorry } from '../app/words/sorry.ts'
import type { Delivered } from '../telegram/lines.ts'
import { parse } from '../telegram/parse.ts'

/** One update, from the raw JSON to what Telegram is told: kept, or come again. It never throws. */
export function deliver(world: World, raw: unknown): Promise<Delivered> {
  const arrival = parse(raw)
  return delivered(world, arrival, () => arrive(world, arrival))
}

/** What becomes of an update by this work. */
export async function delivered(
  world: World,
  arrival: Arrival,
  work: () => Promise<void>,
): Promise<Delivered> {
  try {
    await work()
    return { kept: true }
  } catch (error) {
    return await afterTrouble(world, arrival, error)
  }
}

/** A 500 would block the person's chat behind a message that can never succeed, so a bug is answered with 200. */
async function afterTrouble(world: World, arrival: Arrival, error: unknown): Promise<Delivered> {
  if (error instanceof Busy || error instanceof Stale) {
    // Who types has typed on by the time that a repeat comes.
    if (arrival.kind === 'inline') {
      world.log('inline-dropped', { reason: error.message })
      return { kept: true }
    }
    const seconds = error instanceof Busy ? error.seconds : 1
    world.log('put-off', { reason: error.message, seconds })
    return { kept: false, seconds }
  }
  if (error instanceof Gone) {
    world.log('person-gone')
    return afterGoing(world, arrival)
  }
  // A group of a desk that shut the bot out; what people write to it finds out too, and tells them.
  if (error instanceof Lost) {
    world.log('desk-lost', { what: error.what })
    return { kept: true }
  }
  world.log('bug', { error: nameOf(error), at: placeOf(error) })
  if (arrival.kind === 'person') await saySorry(world, arrival.incoming)
  return { kept: true }
}

/** To whom nothing can be sent, nothing shall come by itself either. */
async function afterGoing(world: World, arrival: Arrival): Promise<Delivered> {
  if (arrival.kind !== 'person') return { kept: true }
  const isEnded = await endHeld(world, arrival.incoming.chat).then(
    () => true,
    (error: unknown) => !(error instanceof Busy),
  )
  return isEnded ? { kept: true } : { kept: false, seconds: 2 }
}
