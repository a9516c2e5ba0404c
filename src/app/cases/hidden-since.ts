import { isLater } from '../pending/pending.ts'
import type { World } from '../ports/world.ts'

/** Whether the chat was emptied, or the person erased, since this update of theirs. */
export async function isHiddenSince(
  { talks }: Pick<World, 'talks'>,
  { chat, update }: { chat: number; update: number },
): Promise<boolean> {
  const talk = await talks.load(chat)
  return !talk || (talk.cut !== undefined && isLater(talk, talk.cut, update))
}
