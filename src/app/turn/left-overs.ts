import { isEnding } from '../../core/nature.ts'
import {
  changed,
  isAtWork,
  isWeighty,
  type Standing,
  standing,
  standings,
} from '../pending/pending.ts'
import { rewrite } from '../pending/rewrite.ts'
import { nameOf, placeOf } from '../place.ts'
import type { Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { Busy, Gone, Stale, Unasked } from '../trouble.ts'
import { sayFailed } from '../words/sorry.ts'
import type { Beside } from '../words/word.ts'
import { performLeft } from './perform.ts'
import { settle } from './settle.ts'

/** What became of one: done or done by somebody else, put off, or given up because of a mistake of ours. */
export type Ended = 'done' | 'waits' | 'failed'

/**
 * What a crash or a busy world left of earlier updates. No input waits for it: it comes after the answer, and whatever
 * happens to it is no trouble of this input.
 */
export async function finishLeftOvers(
  world: World,
  talk: Talk,
  incoming: Beside,
): Promise<Ended[]> {
  const ends: Ended[] = []
  for (const one of standings(talk)) {
    const { update } = one.entry
    const isOwn = update === incoming.update || isShown(talk, one)
    if (!isOwn && !isAtWork(world, one.entry)) ends.push(await finishLeftOver(world, one, incoming))
  }
  return ends
}

/** Nothing but screens, which its own repeat may still show. */
function isShown({ pending }: Talk, { source, entry }: Standing) {
  return pending[source]?.update === entry.update && !isWeighty(entry)
}

/** Whoever writes its time goes on with it; nobody else does for a while. It never throws. */
export async function finishLeftOver(
  world: World,
  { source, entry }: Standing,
  incoming: Beside,
): Promise<Ended> {
  const { chat, language } = incoming
  const at = world.now().getTime()
  const claim = (talk: Talk) => {
    const mine = standing(talk, entry.update)
    const isFree = mine && !isAtWork(world, mine)
    return isFree ? changed(talk, entry.update, (one) => ({ ...one, at })) : undefined
  }
  try {
    const talk = await rewrite(world, chat, claim)
    const mine = talk && standing(talk, entry.update)
    if (!mine) return 'done'
    const turn = { chat, source, talk, entry: mine, repeated: true, language }
    const ended = await performLeft(world, turn).then(() => 'done' as const, fate(world))
    if (ended !== 'waits') await settle(world, mine, { chat, source, language })
    // Hiding and forgetting are given up in no silence, whatever came.
    if (ended === 'failed' && mine.effects.some(isEnding)) await sayFailed(world, incoming, mine)
    return ended
  } catch (error) {
    return fate(world)(error)
  }
}

function fate({ log }: World) {
  return (error: unknown): Ended => {
    // Who cannot be reached any more wants none of it.
    if (error instanceof Gone) return 'done'
    const isPassing = [Busy, Stale, Unasked].some((trouble) => error instanceof trouble)
    if (isPassing) log('left-over-waits', { error: nameOf(error) })
    else log('bug', { error: nameOf(error), at: placeOf(error) })
    return isPassing ? 'waits' : 'failed'
  }
}
