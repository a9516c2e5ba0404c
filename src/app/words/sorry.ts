import { type Ending, isEnding } from '../../core/nature.ts'
import { isCut } from '../pending/pending.ts'
import type { Incoming } from '../ports/arrival.ts'
import { sources } from '../ports/source.ts'
import type { Pending } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { answerPress, type Beside, sayWord } from './word.ts'

/** A bug is ours, not the person's: say so with the emergency number. It must never throw itself. */
export async function saySorry(world: World, incoming: Incoming): Promise<void> {
  const screen = { text: { key: 'common:sorry' } }
  // Whoever waits for a register must not wait on at a word that says "looking".
  const { shows } = sources[incoming.source]
  const over = shows === 'first-in-place' && incoming.message > 0 ? [incoming.message] : []
  const done = await Promise.allSettled([
    isSilent(world, incoming).then((isIt) =>
      isIt ? undefined : sayWord(world, incoming, { screen, over, isNoted: true }),
    ),
    answerPress(world, incoming),
  ])
  if (done.some(({ status }) => status === 'rejected')) world.log('sorry-not-sent')
}

/** Below the last word of a hidden chat stands nothing that was decided before. */
async function isSilent({ talks }: World, incoming: Incoming) {
  const talk = await talks.load(incoming.chat).catch(() => undefined)
  return talk?.recent.includes(incoming.update) === true && isCut(talk, incoming)
}

/** Stands for no update: what is said so is no answer to one. */
export const aside = -1

/** What was asked for is not done yet, and will be. Whether it could be said; it never throws. */
export function sayLater(world: World, incoming: Beside): Promise<boolean> {
  return isSaid(world, incoming, { key: 'common:later', about: aside })
}

/** The chat could not be emptied, or not everything be erased. Whether it could be said; it never throws. */
export function sayFailed(world: World, incoming: Beside, entry: Pending): Promise<boolean> {
  const ending = entry.effects.find(isEnding)
  const key = ending ? failed[ending.kind] : 'common:sorry'
  return isSaid(world, incoming, { key, about: entry.update })
}

const failed: { [Kind in Ending['kind']]: string } = {
  hide: 'common:hide-failed',
  forget: 'common:forget-failed',
}

function isSaid(
  world: World,
  incoming: Beside,
  { key, about }: { key: string; about: number },
): Promise<boolean> {
  const word = { screen: { text: { key } }, over: [], isNoted: true, about }
  return sayWord(world, incoming, word).then(
    () => true,
    () => {
      world.log('sorry-not-sent')
      return false
    },
  )
}
