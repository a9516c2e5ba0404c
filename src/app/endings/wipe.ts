import { nameOf, placeOf } from '../place.ts'
import type { Address } from '../ports/phone.ts'
import type { Seen } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { retention } from '../retention.ts'
import { Busy, isBug } from '../trouble.ts'

/** Stands in the place of the update of a message that says nothing any more. */
const blankUpdate = 0

export interface Wiping {
  seen: Seen[]
  /** Messages to blank at most, and milliseconds after which no further one is begun. */
  most: number
  ms: number
}

export interface Wiped {
  /** Messages of ours that can still be read, the newest first. */
  left: number[]
  /** Something could not be deleted: it was blanked, is left, or is the person's own. */
  isPartly: boolean
  /** Why it stopped early, where Telegram asked to wait. */
  busy?: Busy
}

/**
 * Deletes what can be deleted and blanks what cannot. What is done is noted at once, so that whoever goes on finds exactly
 * what is left. Throws Busy where nothing could be deleted.
 */
export async function wipe(world: World, to: Address, wiping: Wiping): Promise<Wiped> {
  const { phone, now } = world
  const { seen } = wiping
  const isYoung = ({ at }: Seen) => now().getTime() - at * 1000 < retention.erasableMs
  const young = seen.filter(isYoung)
  const stayed = await phone.erase(to.chat, newestFirst(young))
  const old = seen.filter((one) => !young.includes(one) || stayed.includes(one.message))
  const own = newestFirst(old.filter((one) => one.own && one.update !== blankUpdate))
  const until = now().getTime() + wiping.ms
  const messages = own.slice(0, wiping.most)
  const { blanked, gone, busy } = await blank(world, to, { messages, until })
  await remember(world, to.chat, { seen, old, blanked, gone })
  const left = own.filter((message) => !blanked.includes(message) && !gone.includes(message))
  return { left, isPartly: old.length > 0, ...(busy && { busy }) }
}

/** A message that is blank stays known as such: the chat is not empty, and nobody need blank it again. */
async function remember(
  { messages, talks }: World,
  chat: number,
  { seen, old, blanked, gone }: Blanked & { seen: Seen[]; old: Seen[] },
) {
  const stays = ({ own, message }: Seen) => own && !gone.includes(message)
  const known = old.filter(stays).map(({ message }) => message)
  const left = seen.map(({ message }) => message).filter((message) => !known.includes(message))
  await messages.drop(chat, left)
  const empty = old.filter(({ message }) => blanked.includes(message))
  if (empty.length === 0) return
  const noted = empty.map((one) => ({ ...one, update: blankUpdate }))
  await messages.note(chat, noted)
  // Of somebody who was erased meanwhile no id stays behind.
  if (!(await talks.load(chat))) await messages.drop(chat)
}

interface Blanked {
  blanked: number[]
  /** Somebody has deleted them, or they can never say nothing, e.g. a picture. */
  gone: number[]
}

/** What cannot be deleted any more can at least say nothing. */
async function blank(
  { phone, now, log }: World,
  to: Address,
  { messages, until }: { messages: number[]; until: number },
): Promise<Blanked & { busy?: Busy }> {
  const blanked: number[] = []
  const gone: number[] = []
  for (const message of messages) {
    if (now().getTime() >= until) break
    try {
      const isThere = await phone.edit(to, message, { text: { key: 'common:blank' } })
      ;(isThere ? blanked : gone).push(message)
    } catch (error) {
      if (error instanceof Busy) return { blanked, gone, busy: error }
      if (!isBug(error)) throw error
      // One that Telegram refuses for ever must not keep the others readable.
      log('bug', { error: nameOf(error), at: placeOf(error) })
      blanked.push(message)
    }
  }
  return { blanked, gone }
}

function newestFirst(seen: Seen[]) {
  return [...new Set(seen.map(({ message }) => message))].sort((a, b) => b - a)
}
