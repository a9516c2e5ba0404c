import type { Seen } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'

/** Stands for no update: it is a copy of what a desk wrote. */
const copied = -1

/** All that is known to stand in a chat, also what a desk wrote. */
export async function allSeen(
  { messages, cases }: Pick<World, 'messages' | 'cases'>,
  chat: number,
): Promise<Seen[]> {
  const seen = await messages.of(chat)
  const ids = new Set(seen.map(({ message }) => message))
  const copies = (await cases.pairs(chat, 'chat')).flatMap(({ chat: message, copiedAt: at }) =>
    at === undefined || ids.has(message) ? [] : [{ message, at, own: true, update: copied }],
  )
  return [...seen, ...copies]
}
