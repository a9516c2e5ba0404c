import { changeCase } from '../cases/change.ts'
import { isLater } from '../pending/pending.ts'
import type { Performance } from '../pending/performance.ts'
import { nameOf } from '../place.ts'
import type { Address } from '../ports/phone.ts'
import { sources } from '../ports/source.ts'
import type { Seen } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { Busy } from '../trouble.ts'
import { allSeen } from './all-seen.ts'
import { takeBackIfCut } from './overtaken.ts'
import { type Wiped, wipe } from './wipe.ts'

/** Blanking is one request a message; more at once would only run into Telegram's limit, and the person waits. */
const limits = { most: 20, ms: 10_000 }

const nothing: Wiped = { left: [], isPartly: false }

/** Empties the chat: deletes both sides' messages of 47 hours, blanks older own ones, ends with a neutral line. */
export async function hide(world: World, turn: Performance, to: Address): Promise<void> {
  const { chat, entry } = turn
  const now = world.now().getTime()
  await holdBack(world, chat)
  const all = withCurrent(await seenBefore(world, turn), turn)
  const first = await wipe(world, to, { seen: all, ...limits })
  const late = await wipeLate(world, turn, to, all)
  const isPartly = first.isPartly || late.isPartly
  const text = { key: isPartly ? 'common:hidden-partly' : 'common:hidden' }
  const message = await world.phone.send(to, { text })
  const at = Math.floor(now / 1000)
  await world.messages.note(chat, [{ message, at, own: true, update: entry.update }])
  // Another hide, or a forget, may have come in between: then its word is the last one.
  await takeBackIfCut(world, turn, { to, messages: [message] })
  const left = [...first.left, ...late.left]
  if (left.length > 0) await goOnLater(world, turn, left)
}

/** From now on what a desk writes shows on a press only. */
async function holdBack(world: World, chat: number) {
  await changeCase(world, chat, (one) =>
    one.state === 'closed' || one.waits ? undefined : { ...one, waits: true },
  )
}

/** What was said before the wish to hide; help that was asked for since stays. */
async function seenBefore(world: World, { chat, talk, entry }: Performance) {
  const seen = await allSeen(world, chat)
  // Read after them, it knows of each by which update it was made.
  const now = (await world.talks.load(chat)) ?? talk
  return seen.filter(({ update }) => !isLater(now, update, entry.update))
}

/** The message that asked for it is not noted yet. */
function withCurrent(seen: Seen[], { entry, source }: Performance): Seen[] {
  const { bears } = sources[source]
  if (bears === 'none' || seen.some(({ message }) => message === entry.message)) return seen
  const { message, sentAt, update } = entry
  return [...seen, { message, at: sentAt, own: bears === 'ours', update }]
}

/** Another queue may have said something while we were at work. */
async function wipeLate(world: World, turn: Performance, to: Address, known: Seen[]) {
  const ids = new Set(known.map(({ message }) => message))
  const late = (await seenBefore(world, turn)).filter(({ message }) => !ids.has(message))
  return late.length > 0 ? wipe(world, to, { seen: late, ...limits }) : nothing
}

/** More than a turn has time for. What is left stays known, so that another /hide finds it too. */
async function goOnLater(world: World, { chat, language }: Performance, messages: number[]) {
  const job = { kind: 'wipe', chat, messages, ...(language && { language }) } as const
  await world.queue.enqueue(job).catch((error) => {
    world.log('wipe-not-begun', { error: error instanceof Busy ? error.message : nameOf(error) })
  })
}
