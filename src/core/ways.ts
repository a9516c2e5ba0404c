import type { State, Way } from './turn.ts'

/** The way on which somebody is and those that wait behind it, the nearest first. */
export function waysOf(state: State): Way[] {
  return [state, state.resume, state.resume?.resume].filter((way) => way !== undefined)
}
