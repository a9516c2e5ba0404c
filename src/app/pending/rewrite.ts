import type { Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { Stale } from '../trouble.ts'

/** Somebody else may write in between; more often than so many times in a row is no chance any more. */
const tries = 3

/** Changes a talk as it is by now. Returns it as kept; undefined where there is nothing to change, or somebody is always quicker. */
export async function rewrite(
  { talks }: Pick<World, 'talks'>,
  chat: number,
  change: (talk: Talk) => Talk['pending'] | undefined,
): Promise<Talk | undefined> {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const talk = await talks.load(chat)
    const pending = talk && change(talk)
    if (!pending) return undefined
    const kept = await talks.keep(chat, { ...talk, pending }).catch(staleToUndefined)
    if (kept) return kept
  }
  return undefined
}

function staleToUndefined(error: unknown): undefined {
  if (!(error instanceof Stale)) throw error
}
