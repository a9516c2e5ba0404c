import { advance } from '../../core/engine/advance.ts'
import { isChore, isEnding } from '../../core/nature.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { World } from '../ports/world.ts'
import { helpFor } from './help.ts'
import { toInput } from './understand.ts'

/** What must not be left unread however much comes with it: a call for help, or a command that does more than to show. */
export function urgencyOf(world: World, incoming: Incoming): 'help' | 'deed' | undefined {
  // A word that asks for help holds no number, and reading numbers takes as long as all the rest.
  const reader = { ...world, readNumbers: () => [] }
  if (helpFor(reader, incoming)) return 'help'
  const input = toInput(reader, incoming)
  if (input.kind !== 'open') return undefined
  const { effects } = advance(world.content, {}, input, world.now())
  return effects.some((effect) => isEnding(effect) || isChore(effect)) ? 'deed' : undefined
}
