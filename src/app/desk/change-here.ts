import type { Case } from '../../core/case.ts'
import type { Done, Refusal } from '../../core/desk/deeds.ts'
import { changeOnce } from '../cases/change.ts'
import type { World } from '../ports/world.ts'
import { mayAct } from './conduct.ts'
import { type Here, isOf, reply } from './here.ts'

/** A case as it is after somebody of the desk has changed it, and whose it is. */
export interface Changed {
  chat: number
  by: number
  kept: Case
}

/**
 * Changes the case in whose topic something was said or pressed, once for the update. Undefined: it was not done, and whoever wanted it
 * was told why.
 */
export async function changeHere(
  world: World,
  here: Here,
  change: (one: Case, by: number) => Done,
): Promise<Changed | undefined> {
  const { chat, incoming } = here
  if (chat === undefined) return told(world, here, 'desk:no-case')
  const by = await mayAct(world, here)
  if (by === undefined) return undefined
  let why: Refusal = 'over'
  const kept = await changeOnce(world, { chat, update: incoming.update }, (one) => {
    // A topic of an earlier case of the same person stays until its day.
    const done: Done = isOf(one, here) ? change(one, by) : { why: 'over' }
    if ('one' in done) return done.one
    why = done.why
    return undefined
  })
  return kept ? { chat, by, kept } : told(world, here, `desk:refused.${why}`)
}

async function told(world: World, here: Here, key: string) {
  await reply(world, here, { key })
  return undefined
}
