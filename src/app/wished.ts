import { changed, standings } from './pending.ts'
import type { Incoming, Talk, World } from './ports.ts'
import { Stale } from './trouble.ts'

/** Who was forgotten is not begun with anew by what they had sent before, or had asked for. */
export async function isOfBefore({ store }: World, { chat, source, update }: Incoming) {
  if (source === 'check') return true
  if (!(await store.forgotten(chat)).includes(update)) return false
  // A crash right after the talk was dropped may have left some ids.
  await store.dropSeen(chat)
  return true
}

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
  const pending = changed(kept, update, () => undefined)
  const { state: _, ...talk } = { ...kept, pending }
  const back = { ...talk, ...(found.state && { state: found.state }) }
  const isNew = found.version === 0
  const taking = isNew ? store.dropTalk(chat, kept.version) : store.keep(chat, back)
  // Whoever wrote since has gone on from there.
  await taking.catch((error) => {
    if (!(error instanceof Stale)) throw error
  })
}
