import type { Case } from '../../core/case.ts'
import type { World } from '../ports/world.ts'
import { Stale } from '../trouble.ts'

/** Somebody else may write in between; more often than so many times in a row is no chance any more. */
const tries = 5

/**
 * Changes somebody's case as it is by then. Returns it as kept; undefined where there is none, or nothing to change. Throws Stale where
 * somebody is always quicker.
 */
export async function changeCase(
  { cases }: Pick<World, 'cases'>,
  chat: number,
  change: (one: Case) => Case | undefined,
): Promise<Case | undefined> {
  for (let attempt = 1; ; attempt++) {
    const one = await cases.of(chat)
    const next = one && change(one)
    if (!next) return undefined
    try {
      return await cases.keep(chat, next)
    } catch (error) {
      if (!(error instanceof Stale) || attempt >= tries) throw error
    }
  }
}

/** As that, once for an update of the desk: where it comes again, the case as it is since. */
export async function changeOnce(
  world: Pick<World, 'cases'>,
  { chat, update }: { chat: number; update: number },
  change: (one: Case) => Case | undefined,
): Promise<Case | undefined> {
  let done: Case | undefined
  const kept = await changeCase(world, chat, (one) => {
    done = one.deed === update ? one : undefined
    const next = done ? undefined : change(one)
    return next && { ...next, deed: update }
  })
  return kept ?? done
}

/** Ends a case, if it is the one that is meant. Returns it as kept; undefined where that is over, or there is none. */
export function closeCase(
  { cases, now }: Pick<World, 'cases' | 'now'>,
  chat: number,
  isMeant: (one: Case) => boolean = () => true,
): Promise<Case | undefined> {
  const closedAt = now().getTime()
  return changeCase({ cases }, chat, (one) =>
    one.state !== 'closed' && isMeant(one) ? { ...one, state: 'closed', closedAt } : undefined,
  )
}
