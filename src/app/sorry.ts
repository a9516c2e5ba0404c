import type { Incoming, Pending, World } from './ports.ts'
import { answerPress, sayWord } from './word.ts'

/** A bug is ours, not the person's: say so with the emergency number. It must never throw itself. */
export async function saySorry(world: World, incoming: Incoming): Promise<void> {
  const screen = { text: { key: 'common:sorry' } }
  // Whoever waits for a register must not wait on at a word that says "looking".
  const over = incoming.source === 'check' && incoming.message > 0 ? [incoming.message] : []
  const done = await Promise.allSettled([
    sayWord(world, incoming, { screen, over, isNoted: true }),
    answerPress(world, incoming),
  ])
  if (done.some(({ status }) => status === 'rejected')) world.log('sorry-not-sent')
}

/** The chat could not be emptied, or not everything be erased. It never throws. */
export async function sayFailed(world: World, incoming: Incoming, entry: Pending): Promise<void> {
  const isForgetting = entry.effects.some(({ kind }) => kind === 'forget')
  const key = isForgetting ? 'common:forget-failed' : 'common:hide-failed'
  const word = { screen: { text: { key } }, over: [], isNoted: true }
  await sayWord(world, incoming, word).catch(() => world.log('sorry-not-sent'))
}
