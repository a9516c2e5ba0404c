import type { Seen } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'

/** Stands for no update: it is a copy of what a desk wrote. */
const copied = -1

/** What a desk wrote and was copied into the chat. */
export async function copiesIn({ cases }: Pick<World, 'cases'>, chat: number): Promise<Seen[]> {
  return (await cases.pairs(chat, 'chat')).flatMap(({ chat: message, copiedAt: at }) =>
    at === undefined ? [] : [{ message, at, own: true, update: copied }],
  )
}

/** Before their pairs go: what stands on the phone must be found by /hide and /forget. */
export async function noteCopies(
  { cases, messages }: Pick<World, 'cases' | 'messages'>,
  chat: number,
): Promise<void> {
  const copies = await copiesIn({ cases }, chat)
  if (copies.length > 0) await messages.note(chat, copies)
}
