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
