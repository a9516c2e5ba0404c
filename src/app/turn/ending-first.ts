import type { Ending } from '../../core/nature.ts'
import { isAtWork, type Standing, standings } from '../pending/pending.ts'
import type { Incoming } from '../ports/arrival.ts'
import { sources } from '../ports/source.ts'
import type { Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { AtWork, Busy } from '../trouble.ts'
import { sayFailed } from '../words/sorry.ts'
import { answerPress } from '../words/word.ts'
import { helpFor, sayHelp } from './help.ts'
import { finishLeftOver } from './left-overs.ts'

/** Nothing stands before the input; or what did has changed the talk; or the input has had its answer. */
type First = 'nothing' | 'changed' | 'answered'

/** Hiding and forgetting, left undone, go before everything else, and help before those. */
export async function endingFirst(world: World, talk: Talk, incoming: Incoming): Promise<First> {
  for (const [kind, first] of Object.entries(firsts)) {
    const isIt = ({ entry }: Standing) => entry.effects.some((deed) => deed.kind === kind)
    const open = standings(talk).find(isIt)
    if (open) return first(world, { open, talk }, incoming)
  }
  return 'nothing'
}

interface Left {
  open: Standing
  talk: Talk
}

/** In this order: what is to be forgotten need not be hidden. */
const firsts: {
  [Kind in Ending['kind']]: (world: World, left: Left, incoming: Incoming) => Promise<First>
} = { forget: forgetFirst, hide: hideFirst }

/** Beside an unfinished forget nothing is begun, and help keeps nothing. */
async function forgetFirst(world: World, { open, talk }: Left, incoming: Incoming): Promise<First> {
  const isHelp = helpFor(world, incoming) !== undefined
  const isAnswered = isHelp || !sources[incoming.source].isPersons
  if (isHelp) await sayHelp(world, incoming, { talk, keepsNothing: true })
  if (isAtWork(world, open.entry)) {
    if (isAnswered) return 'answered'
    throw new AtWork()
  }
  const ended = await finishLeftOver(world, open, incoming)
  if (isAnswered) return 'answered'
  if (ended !== 'waits') return 'changed'
  await sayFailed(world, incoming, open.entry)
  await answerPress(world, incoming).catch(() => world.log('press-not-answered'))
  return 'answered'
}

/** What cannot be emptied now is told, and the person goes on: help was asked for, or a question waits. */
async function hideFirst(world: World, { open }: Left, incoming: Incoming): Promise<First> {
  if (isAtWork(world, open.entry) || helpFor(world, incoming)) return 'nothing'
  const ended = await finishLeftOver(world, open, incoming)
  if (ended === 'waits' && !sources[incoming.source].isPersons)
    throw new Busy(5, 'the chat is not empty yet')
  if (ended === 'waits') await sayFailed(world, incoming, open.entry)
  return 'changed'
}
