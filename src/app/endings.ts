import { isEnding } from '../core/nature.ts'
import { isPlea, sayHelp } from './help.ts'
import { finishLeftOver } from './left-overs.ts'
import { isAtWork, type Standing, standings } from './pending.ts'
import type { Incoming, Talk, World } from './ports.ts'
import { sayFailed } from './sorry.ts'
import { Busy } from './trouble.ts'

/** Nothing stood before the input; or what did has ended, so the talk is another one; or the input has had its answer. */
type First = 'nothing' | 'ended' | 'answered'

/** Hiding and forgetting, left undone, go before everything else, and help before those. */
export async function endingFirst(world: World, talk: Talk, incoming: Incoming): Promise<First> {
  const open = standings(talk).findLast(({ entry }) => entry.effects.some(isEnding))
  if (!open) return 'nothing'
  const isForgetting = open.entry.effects.some(({ kind }) => kind === 'forget')
  return isForgetting ? forgetFirst(world, open, incoming) : hideFirst(world, open, incoming)
}

/** Beside an unfinished forget nothing is begun, and help keeps nothing. */
async function forgetFirst(world: World, open: Standing, incoming: Incoming): Promise<First> {
  const isHelp = isPlea(world, incoming)
  const isAnswered = isHelp || !isPersons(incoming)
  if (isHelp) await sayHelp(world, incoming, { keepsNothing: true })
  if (isAtWork(world, open.entry)) return isAnswered ? 'answered' : 'nothing'
  const ended = await finishLeftOver(world, open, incoming)
  if (isAnswered) return 'answered'
  if (ended !== 'done') await sayFailed(world, incoming, open.entry)
  return ended === 'waits' ? 'answered' : 'ended'
}

/** What cannot be emptied now is told, and the person goes on: help was asked for, or a question waits. */
async function hideFirst(world: World, open: Standing, incoming: Incoming): Promise<First> {
  if (isAtWork(world, open.entry) || isPlea(world, incoming)) return 'nothing'
  const ended = await finishLeftOver(world, open, incoming)
  if (ended === 'waits' && !isPersons(incoming)) throw new Busy(5, 'the chat is not empty yet')
  if (ended !== 'done' && isPersons(incoming)) await sayFailed(world, incoming, open.entry)
  return 'ended'
}

/** What the clock or a register brings can wait. */
function isPersons({ source }: Incoming) {
  return source === 'message' || source === 'press'
}
