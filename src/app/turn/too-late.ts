import { isCut, isOwed } from '../pending/pending.ts'
import type { Incoming } from '../ports/arrival.ts'
import { sources } from '../ports/source.ts'
import type { Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { answerPress } from '../words/word.ts'
import { helpFor } from './help.ts'

/** Telegram counts its updates up, but begins somewhere else after a week without any. */
const nearby = 10_000

/** What was sent before the chat was emptied, and would only say something, is said no more. Help is. */
export function isTooLate(
  world: World,
  { found, decided }: { found: Talk; decided: Talk },
  incoming: Incoming,
): boolean {
  const { event, source } = incoming
  if (event.kind === 'read') return isCut(found, { source: 'message', update: event.of })
  const entry = decided.pending[source]
  if (!entry || !isSentBefore(incoming, found.cut)) return false
  if (entry.effects.some((deed) => isOwed(deed, source))) return false
  return helpFor(world, incoming) === undefined
}

/** Neither said nor kept: the word goes from the phone like all the others, and the button stops spinning. */
export async function leaveUnread(world: World, incoming: Incoming): Promise<undefined> {
  const { chat, source, message } = incoming
  if (sources[source].bears === 'theirs') await world.phone.erase(chat, [message])
  await answerPress(world, incoming)
}

/** Whether an update was sent before the ending that has overtaken it on its way. */
function isSentBefore({ update }: Incoming, cut: number | undefined): boolean {
  return cut !== undefined && update > 0 && update < cut && cut - update < nearby
}
