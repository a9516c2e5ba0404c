import type { Deed } from '../../core/turn.ts'
import { changed, standings } from '../pending/pending.ts'
import { ends } from '../pending/wishes.ts'
import type { Incoming } from '../ports/arrival.ts'
import { sources } from '../ports/source.ts'
import type { Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { Stale } from '../trouble.ts'

/**
 * A talk with somebody of whom nothing is held. Who was forgotten lately is not begun with anew by what they had sent before or
 * asked for, now or later: undefined, and the new talk knows those updates.
 */
export async function beginFor(world: World, incoming: Incoming): Promise<Talk | undefined> {
  const { chat, source, update, language } = incoming
  const recent = await world.talks.forgotten(chat)
  const cut = recent.at(-1)
  if (recent.includes(update)) return takeBackForgotten(world, incoming)
  if (!sources[source].begins) return undefined
  // What the clock brings comes in the language that was chosen when it was asked for.
  const spoken = sources[source].isHeld && language ? { language } : {}
  return { ...spoken, recent, ...(cut !== undefined && { cut }), pending: {}, version: 0 }
}

/** A crash, or a Telegram without time, may have left on the phone what was on its way, and some ids. */
async function takeBackForgotten({ messages, phone }: World, { chat, update }: Incoming) {
  const seen = await messages.of(chat)
  const made = seen.filter((one) => one.own && one.update === update).map(({ message }) => message)
  if (made.length > 0) await phone.erase(chat, made)
  await messages.drop(chat)
  return undefined
}

/**
 * Whether somebody still wants what the clock brings. Asked once it is decided and kept: whoever ends it later is told of it
 * by the talk, so in between there is no gap.
 */
export async function isStillWished(
  { plans }: World,
  kept: Talk,
  { chat, event }: Incoming,
): Promise<boolean> {
  if (event.kind !== 'due') return true
  const deeds = standings(kept).flatMap(({ entry }) => entry.effects)
  if (deeds.some((deed) => ends(deed, 'dues'))) return false
  const planned = await plans.of(chat)
  return planned.some(({ minute, what }) => minute === event.minute && what === event.what)
}

/** Puts the talk back where it was; of somebody who had none, none stays. */
export async function takeBack(
  { talks }: World,
  { found, kept }: { found: Talk; kept: Talk },
  { chat, update }: Incoming,
): Promise<undefined> {
  const pending = changed(kept, update, () => undefined)
  const { state: _, ...talk } = { ...kept, pending }
  const back = { ...talk, ...(found.state && { state: found.state }) }
  const isNew = found.version === 0
  const taking = isNew ? talks.drop(chat, kept.version) : talks.keep(chat, back)
  await taking.catch(unlessStale)
}

/**
 * An answer that did not reach who asked, because they are gone, is as if it had not come: they stand where they asked, and what
 * says "looking" is taken away when they are back.
 */
export async function takeBackUnheard(
  { talks }: World,
  found: Talk,
  { chat, source, update, message, sentAt }: Incoming,
): Promise<void> {
  if (sources[source].shows !== 'first-in-place' || message === 0) return
  const talk = await talks.load(chat)
  if (talk?.recent.at(-1) !== update) return
  const { state: _, ...told } = talk
  const effects: Deed[] = [{ kind: 'unsay', message }]
  const unheard = { ...told.pending[source], update, at: 0, message, sentAt, effects }
  const pending = { ...told.pending, [source]: unheard }
  const back = { ...told, ...(found.state && { state: found.state }), pending }
  await talks.keep(chat, back).catch(unlessStale)
}

/** Whoever wrote since has gone on from there. */
function unlessStale(error: unknown) {
  if (!(error instanceof Stale)) throw error
}
