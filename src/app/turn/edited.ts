import { isWithDesk } from '../../core/engine/desk.ts'
import { isHint } from '../../core/nature.ts'
import type { Effect } from '../../core/turn.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { helpFor } from './help.ts'
import { isMissed } from './missed.ts'
import { isOvertaken } from './newer.ts'

/**
 * Whether somebody wants an answer to a message that they have changed: to their newest one, or to a call for help. What stands
 * in the chat is known, so nothing is answered that was taken away. Telegram sends some changes again that nobody made.
 */
export async function wantsAnswer(world: World, talk: Talk, incoming: Incoming): Promise<boolean> {
  const { message: before } = talk.pending
  if (before?.message === incoming.message && before.editedAt === incoming.editedAt) return false
  if (helpFor(world, incoming)) return true
  // A desk reads all of them.
  if (talk.state && isWithDesk({ content: world.content, facts: talk }, talk.state)) return true
  const seen = await world.messages.of(incoming.chat)
  const theirs = seen.flatMap(({ own, message }) => (own ? [] : message))
  return theirs.length > 0 && Math.max(...theirs) === incoming.message
}

/**
 * Whether somebody changes words that were understood, the last thing that they did or what they have gone on from since. What
 * was not understood may still answer the question that stands there.
 */
export function changes(
  { pending: { message: before }, recent }: Pick<Talk, 'pending' | 'recent'>,
  { editedAt, message }: Incoming,
): 'newest' | 'past' | undefined {
  if (editedAt === undefined) return undefined
  if (before?.message !== message || isOvertaken({ recent }, before)) return 'past'
  return isMissed(before.effects) || isBeside(before.effects) ? undefined : 'newest'
}

/** It answered no question: it was a greeting, or it filled a card that can be filled again. */
function isBeside(effects: Effect[]): boolean {
  const small = ['common:hello', 'common:thanks']
  return effects.some(
    (one) => (isHint(one) && small.includes(one.text.key)) || (one.kind === 'show' && one.keep),
  )
}
