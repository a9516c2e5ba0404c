import { changed, standings } from './pending.ts'
import type { Incoming, Talk, World } from './ports.ts'
import { Stale } from './trouble.ts'

/**
 * Whether somebody still wants what the clock brings. Asked once it is decided and kept: whoever ends it later is told of it
 * by the talk, so in between there is no gap.
 */
export async function isStillWished(
  { store }: World,
  kept: Talk,
  { chat, event }: Incoming,
): Promise<boolean> {
  if (event.kind !== 'due') return true
  const deeds = standings(kept).flatMap(({ entry }) => entry.effects)
  if (deeds.some((deed) => deed.kind === 'end' && deed.what.includes('dues'))) return false
  const planned = await store.planned(chat)
  return planned.some(({ minute, what }) => minute === event.minute && what === event.what)
}

/** Puts the talk back where it was; of somebody who had none, none stays. */
export async function takeBack(
  { store }: World,
  { found, kept }: { found: Talk; kept: Talk },
  { chat, update }: Incoming,
): Promise<undefined> {
  if (found.version === 0) return store.dropTalk(chat).then(() => undefined)
  const pending = changed(kept, update, () => undefined)
  const { state: _, ...talk } = { ...kept, pending }
  const back = { ...talk, ...(found.state && { state: found.state }) }
  // Whoever wrote since has gone on from there.
  await store.keep(chat, back).catch((error) => {
    if (!(error instanceof Stale)) throw error
  })
}
