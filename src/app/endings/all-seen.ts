import { copiesIn } from '../cases/copies.ts'
import type { Seen } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'

/** All that is known to stand in a chat, also what a desk wrote. */
export async function allSeen(
  world: Pick<World, 'messages' | 'cases'>,
  chat: number,
): Promise<Seen[]> {
  const seen = await world.messages.of(chat)
  const ids = new Set(seen.map(({ message }) => message))
  const copies = (await copiesIn(world, chat)).filter(({ message }) => !ids.has(message))
  return [...seen, ...copies]
}
