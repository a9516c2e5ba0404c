import type { Arrival } from '../app/ports/arrival.ts'
import type { World } from '../app/ports/world.ts'
import { urgencyOf } from '../app/turn/urgency.ts'
import { sayTooMany } from '../app/words/too-many.ts'
import type { Rank, Taker } from '../telegram/lines.ts'
import { parse } from '../telegram/parse.ts'
import { deliver, delivered } from './deliver.ts'

/** The bot as long polling knows it. */
export function takerOf(world: World): Taker {
  return {
    deliver: (raw) => deliver(world, raw),
    rankOf: (raw) => rankOf(world, parse(raw)),
    refuse: (raws) => refuse(world, raws.map(parse)),
    log: world.log,
  }
}

/** Whoever blocks the bot is never overheard. A mistake of ours is told when the update is delivered. */
function rankOf(world: World, arrival: Arrival): Rank {
  if (arrival.kind === 'inline') return 'passing'
  if (arrival.kind !== 'person') return arrival.kind === 'blocked' ? 'deed' : 'usual'
  try {
    return urgencyOf(world, arrival.incoming) ?? 'usual'
  } catch {
    return 'usual'
  }
}

/** Groups, and whatever else is no person, are told nothing. */
async function refuse(world: World, arrivals: Arrival[]) {
  world.log('too-many', { refused: arrivals.length })
  const persons = arrivals.filter((arrival) => arrival.kind === 'person')
  const [first] = persons
  if (!first) return { kept: true as const }
  const incomings = persons.map(({ incoming }) => incoming)
  return delivered(world, first, () => sayTooMany(world, incomings))
}
