import type { Incoming } from '../ports/arrival.ts'
import type { Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { helpFor } from './help.ts'
import { isMissed } from './missed.ts'
import { isOvertaken } from './newer.ts'

/**
 * Whether somebody wants an answer to a message that they have changed: to their newest one, or to a call for help. What stands
 * in the chat is known, so nothing is answered that was taken away.
 */
export async function wantsAnswer(world: World, incoming: Incoming): Promise<boolean> {
  if (helpFor(world, incoming)) return true
  const seen = await world.messages.of(incoming.chat)
  const theirs = seen.flatMap(({ own, message }) => (own ? [] : message))
  return theirs.length > 0 && Math.max(...theirs) === incoming.message
}

/**
 * Whether somebody changes words that were understood, or behind which they went on by a button. What was not understood may
 * still answer the question that stands there.
 */
export function changesPast(
  { pending: { message: before }, recent }: Pick<Talk, 'pending' | 'recent'>,
  { isEdit, message }: Incoming,
): boolean {
  if (!isEdit) return false
  if (before?.message !== message || isOvertaken({ recent }, before)) return true
  return !isMissed(before.effects)
}
