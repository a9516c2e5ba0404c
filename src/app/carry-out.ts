import { isEnding } from '../core/nature.ts'
import { checked } from './checked.ts'
import { changed, isAtWork, isWeighty, isWornOut } from './pending.ts'
import { newMessages, perform } from './perform.ts'
import { nameOf, placeOf } from './place.ts'
import type { Incoming, Pending, Talk, World } from './ports.ts'
import { rewrite } from './rewrite.ts'
import { settle } from './settle.ts'
import { sayFailed } from './sorry.ts'
import { AtWork, Gone, isBug, Stale, Unasked } from './trouble.ts'

/** What follows at once, where doing it led to another input. */
type Next = Incoming | undefined

/** Does what was just decided. */
export function carryOut(world: World, talk: Talk, incoming: Incoming): Promise<Next> {
  return finish(world, talk, { incoming, repeated: false })
}

/** The update came again, so Telegram has not seen our 2xx: do what is missing, say nothing twice. */
export async function repeat(world: World, talk: Talk, incoming: Incoming): Promise<Next> {
  const { chat, source, update } = incoming
  const entry = talk.pending[source]
  if (entry?.update !== update) return undefined
  const planned = newMessages(entry, source)
  if (planned === 0) return finish(world, talk, { incoming, repeated: true })
  const made = (await world.store.seen(chat)).filter((seen) => seen.own && seen.update === update)
  if (made.length >= planned && !isWeighty(entry)) return undefined
  const taken = await takeOver(world, talk, { entry, incoming })
  return finish(world, taken, { incoming, repeated: true })
}

/** Two repeats must not both send: who writes the entry's time may go on, and not while the first is at work. */
async function takeOver(world: World, talk: Talk, { entry, incoming }: Task & { entry: Pending }) {
  if (isAtWork(world, entry)) throw new AtWork()
  const at = world.now().getTime()
  const pending = changed(talk, entry.update, (mine) => ({ ...mine, at }))
  try {
    return await world.store.keep(incoming.chat, { ...talk, pending })
  } catch (error) {
    throw error instanceof Stale ? new AtWork() : error
  }
}

interface Task {
  incoming: Incoming
}

async function finish(
  world: World,
  talk: Talk,
  { incoming, repeated }: Task & { repeated: boolean },
): Promise<Next> {
  const entry = talk.pending[incoming.source]
  if (!entry) return undefined
  try {
    await perform(world, { ...incoming, talk, entry, repeated })
  } catch (error) {
    if (error instanceof Unasked) return unanswered(world, incoming, error)
    const isOver = isBug(error) || (!(error instanceof Gone) && isWornOut(entry))
    if (isOver && entry.effects.some(isEnding)) return failed(world, entry, incoming, error)
    return leave(world, entry, incoming, error)
  }
  if (isWeighty(entry)) await settle(world, entry, incoming)
  return undefined
}

/** Nothing waits for nobody: a step whose question cannot be passed on hears at once that nobody could be asked. */
async function unanswered({ store, now }: World, incoming: Incoming, { question }: Unasked) {
  const { chat, source, update, message, sentAt } = incoming
  if (source === 'message') await store.note(chat, [{ message, at: sentAt, own: false, update }])
  const asker = { ...incoming, at: now().getTime(), message: source === 'message' ? 0 : message }
  return checked(asker, { question, findings: [], candidates: [], unasked: true })
}

/** After a failure that we saw ourselves nobody needs to wait: the next repeat may go on at once. */
async function leave(
  world: World,
  entry: Pending,
  { chat }: Incoming,
  error: unknown,
): Promise<never> {
  const isGone = error instanceof Gone
  // Who cannot be reached wants none of it any more.
  const given = (mine: Pending) =>
    isGone ? undefined : { ...mine, at: 0, failed: (mine.failed ?? 0) + 1 }
  const giving =
    isGone && !isWeighty(entry)
      ? undefined
      : rewrite(world, chat, (talk) => changed(talk, entry.update, given))
  await giving?.catch(() => world.log('give-back-failed'))
  throw error
}

/**
 * Hiding and forgetting go before everything, so what fails in them is told, and does not hold up what comes next. A mistake
 * of ours ends there; what has no time is tried again beside the next input.
 */
async function failed(world: World, entry: Pending, incoming: Incoming, error: unknown) {
  if (isBug(error)) {
    world.log('bug', { error: nameOf(error), at: placeOf(error) })
    await settle(world, entry, incoming)
  } else world.log('ending-waits', { error: nameOf(error) })
  await sayFailed(world, incoming, entry)
  return undefined
}
