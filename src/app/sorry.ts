import { isCut } from './pending.ts'
import type { Incoming, Pending, World } from './ports.ts'
import { answerPress, sayWord } from './word.ts'

const sorry = { text: { key: 'common:sorry' } }

/** A bug is ours, not the person's: say so with the emergency number. It must never throw itself. */
export async function saySorry(world: World, incoming: Incoming): Promise<void> {
  // Whoever waits for a register must not wait on at a word that says "looking".
  const over = incoming.source === 'check' && incoming.message > 0 ? [incoming.message] : []
  const done = await Promise.allSettled([
    isSilent(world, incoming).then((isIt) =>
      isIt ? undefined : sayWord(world, incoming, { screen: sorry, over, isNoted: true }),
    ),
    answerPress(world, incoming),
  ])
  if (done.some(({ status }) => status === 'rejected')) world.log('sorry-not-sent')
}

/** Below the last word of a hidden chat stands nothing that was decided before. */
async function isSilent({ store }: World, incoming: Incoming) {
  const talk = await store.load(incoming.chat).catch(() => undefined)
  return talk?.recent.includes(incoming.update) === true && isCut(talk, incoming)
}

/** What was asked for waits, because something has no time for too long. It never throws. */
export async function sayLater(world: World, incoming: Incoming): Promise<void> {
  const word = { screen: sorry, over: [], isNoted: true }
  await sayWord(world, incoming, word).catch(() => world.log('sorry-not-sent'))
}

/** The chat could not be emptied, or not everything be erased. It never throws. */
export async function sayFailed(world: World, incoming: Incoming, entry: Pending): Promise<void> {
  const isForgetting = entry.effects.some(({ kind }) => kind === 'forget')
  const key = isForgetting ? 'common:forget-failed' : 'common:hide-failed'
  const word = { screen: { text: { key } }, over: [], isNoted: true, about: entry.update }
  await sayWord(world, incoming, word).catch(() => world.log('sorry-not-sent'))
}
