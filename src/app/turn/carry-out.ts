import { isEnding } from '../../core/nature.ts'
import { takeBackRepeat } from '../endings/overtaken.ts'
import { changed, isAtWork, isTooLong, isWeighty } from '../pending/pending.ts'
import { rewrite } from '../pending/rewrite.ts'
import { nameOf, placeOf } from '../place.ts'
import type { Incoming } from '../ports/arrival.ts'
import { sources } from '../ports/source.ts'
import type { Pending, Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { AtWork, Gone, isBug, Stale, Unasked, Waits } from '../trouble.ts'
import { sayFailed, sayLater } from '../words/sorry.ts'
import { perform } from './perform.ts'
import { settle } from './settle.ts'
import { newMessages } from './show.ts'

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
  if (entry?.update !== update) return takeBackRepeat(world, talk, incoming).then(() => undefined)
  const planned = newMessages(entry, incoming)
  const seen = planned > 0 ? await world.messages.of(chat) : []
  const made = seen.filter((one) => one.own && one.update === update)
  const isSaid = made.length >= planned && (planned === 0 || !isWeighty(entry))
  const mine = isSaid ? talk : await takeOver(world, talk, { chat, entry })
  return finish(world, mine, { incoming, repeated: true })
}

/** Two repeats must not both send: who writes the entry's time may go on, and not while the first is at work. */
async function takeOver(
  world: World,
  talk: Talk,
  { chat, entry }: { chat: number; entry: Pending },
) {
  if (isAtWork(world, entry)) throw new AtWork()
  const at = world.now().getTime()
  const pending = changed(talk, entry.update, (mine) => ({ ...mine, at }))
  try {
    return await world.talks.keep(chat, { ...talk, pending })
  } catch (error) {
    throw error instanceof Stale ? new AtWork() : error
  }
}

async function finish(
  world: World,
  talk: Talk,
  { incoming, repeated }: { incoming: Incoming; repeated: boolean },
): Promise<Next> {
  const entry = talk.pending[incoming.source]
  if (!entry) return undefined
  try {
    const next = await perform(world, { ...incoming, talk, entry, repeated })
    if (isWeighty(entry)) await settle(world, entry, incoming)
    return next
  } catch (error) {
    if (error instanceof Unasked) return unanswered(world, entry, incoming, error)
    const isOver = isBug(error) || isTooLong(entry, error)
    if (isOver && entry.effects.some(isEnding)) return failed(world, entry, incoming, error)
    if (error instanceof Waits && isTooLong(entry, error))
      return putAside(world, entry, incoming, error)
    return leave(world, entry, incoming, error)
  }
}

/** Nothing waits for nobody: who asks what cannot be passed on hears at once that nobody could be asked. */
async function unanswered(
  world: World,
  entry: Pending,
  incoming: Incoming,
  { answer }: Unasked,
): Promise<Next> {
  try {
    await settle(world, entry, incoming)
    return await answer()
  } catch (error) {
    return leave(world, entry, incoming, error)
  }
}

/** It is told that it waits, and done later; what comes behind it comes through. Where nothing can be told, nothing does. */
async function putAside(world: World, entry: Pending, incoming: Incoming, error: unknown) {
  if (!(await sayLater(world, incoming))) return leave(world, entry, incoming, error)
  await giveBack(world, entry, incoming.chat)
  await doLater(world, incoming)
  return undefined
}

/** Nobody need write again for it; where the queue is away it is done beside the next input. */
async function doLater({ queue, log }: World, { chat, update, language }: Incoming) {
  const job = { kind: 'rest', chat, update, ...(language && { language }) } as const
  await queue.enqueue(job).catch((error) => log('rest-not-begun', { error: nameOf(error) }))
}

/** Throws the failure. Who cannot be reached wants none of it any more; what they wrote can be hidden once they are back. */
async function leave(
  world: World,
  entry: Pending,
  incoming: Incoming,
  error: unknown,
): Promise<never> {
  const { chat, source } = incoming
  if (!(error instanceof Gone)) await giveBack(world, entry, chat)
  else if (isWeighty(entry)) await change(world, entry, chat, () => undefined)
  if (error instanceof Gone && sources[source].bears === 'theirs')
    await noteTheirs(world, incoming).catch(() => world.log('word-not-noted'))
  throw error
}

/** Of somebody who was erased no id stays behind. */
async function noteTheirs({ talks, messages }: World, incoming: Incoming) {
  const { chat, message, sentAt, update } = incoming
  if (!(await talks.load(chat))) return
  await messages.note(chat, [{ message, at: sentAt, own: false, update }])
}

/** After a failure that we saw ourselves nobody needs to wait: the next repeat may go on at once. */
function giveBack(world: World, entry: Pending, chat: number) {
  const given = (mine: Pending) => ({ ...mine, at: 0, failed: (mine.failed ?? 0) + 1 })
  return change(world, entry, chat, given)
}

async function change(
  world: World,
  { update }: Pending,
  chat: number,
  how: (mine: Pending) => Pending | undefined,
) {
  const changing = rewrite(world, chat, (talk) => changed(talk, update, how))
  await changing.catch(() => world.log('give-back-failed'))
}

/**
 * Hiding and forgetting go before everything, so what fails in them is told, and does not hold up what comes next. A mistake
 * of ours ends there; what has no time is done later.
 */
async function failed(world: World, entry: Pending, incoming: Incoming, error: unknown) {
  const isSaid = await sayFailed(world, incoming, entry)
  if (isBug(error)) {
    world.log('bug', { error: nameOf(error), at: placeOf(error) })
    await change(world, entry, incoming.chat, () => undefined)
    return undefined
  }
  if (!isSaid) return leave(world, entry, incoming, error)
  world.log('ending-waits', { error: nameOf(error) })
  await giveBack(world, entry, incoming.chat)
  await doLater(world, incoming)
  return undefined
}
