import type { Shared } from '../case.ts'
import type { Known, State } from '../turn.ts'
import { waysOf } from '../ways.ts'
import { assessment } from './evidence.ts'
import { type Content, isQuiet, stepAt } from './flow.ts'

/** A card of a case stays short. */
const signsAtMost = 12

/** What could be handed over to a desk: nothing but what the person has told, and of somebody under 18 nothing. */
export function shareable(
  content: Content,
  state: State | undefined,
  facts: Pick<Known, 'minor' | 'country' | 'noted'>,
): Shared {
  if (facts.minor) return {}
  const { noted, country = noted?.country } = facts
  const ways = state ? waysOf(state) : []
  const found = ways.flatMap((way) => assessment(content, way).signs)
  const signs = [...new Set(found)].slice(0, signsAtMost)
  const firms = noted?.numbers ?? []
  return {
    ...(country && { country }),
    ...(signs.length > 0 && { signs }),
    ...(firms.length > 0 && { firms }),
  }
}

/** Whether somebody comes from a screen of help, or has told of danger: whoever holds the phone need not be they. */
export function isInNeed(content: Content, state: State): boolean {
  const { from } = state
  const isTalk = from && stepAt(content, from)?.kind === 'hand-off'
  if (from && !isTalk && isQuiet(content, from.flow)) return true
  return waysOf(state).some((way) => assessment(content, way).verdict === 'danger')
}
