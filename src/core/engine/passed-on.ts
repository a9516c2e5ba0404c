import type { Input, State } from '../turn.ts'
import { kindOf } from './flow.ts'
import { follow } from './moves.ts'
import { labelled } from './replies.ts'
import { here, type Run } from './run.ts'

/**
 * What somebody writes or sends where it is for a person, who reads all of it. Undefined: it is not for them. A cry has opened help before;
 * one below a picture does so elsewhere.
 */
export function passedOn(run: Run, state: State, input: Input): State | undefined {
  if (input.kind !== 'message' && input.kind !== 'picture') return undefined
  const { step, scene } = here(run, state)
  const { isForSomebody, receive } = kindOf(step)
  if (!isForSomebody || isElse(input)) return undefined
  const button = input.kind === 'message' ? labelled(run, state, input) : undefined
  const move = button ? undefined : receive?.(step, input, scene)
  return button ?? (move && follow(run, state, move))
}

/** A change speaks of what came before. */
function isElse(input: Input & { kind: 'message' | 'picture' }) {
  return input.kind === 'picture' ? input.urgent !== undefined : input.isEdit !== undefined
}
