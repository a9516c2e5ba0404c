import type { Performance } from './performance.ts'
import type { Address, Seen, World } from './ports.ts'
import { retention } from './retention.ts'

/** Blanking is one request a message; more at once would only run into Telegram's limit. */
const blankedAtMost = 20

/** Empties the chat: deletes both sides' messages of 47 hours, blanks older own ones, ends with a neutral line. */
export async function hide(world: World, turn: Performance, to: Address): Promise<void> {
  const { chat, entry } = turn
  const now = world.now().getTime()
  const all = withCurrent(await world.store.seen(chat), turn)
  const young = all.filter(({ at }) => now - at * 1000 < retention.erasableMs)
  const stayed = await world.channel.erase(chat, newestFirst(young))
  const old = all.filter((seen) => !young.includes(seen) || stayed.includes(seen.message))
  const blanked = await blank(world, to, old)
  const left = old.filter((seen) => seen.own && !blanked.includes(seen.message))
  await eraseLate(world, chat, all)
  await world.store.dropSeen(chat)
  const text = { key: old.length > 0 ? 'common:hidden-partly' : 'common:hidden' }
  const message = await world.channel.send(to, { text })
  const at = Math.floor(now / 1000)
  await world.store.note(chat, [...left, { message, at, own: true, update: entry.update }])
}

/** The message that asked for it is not noted yet. */
function withCurrent(seen: Seen[], { entry, source }: Performance): Seen[] {
  if (seen.some(({ message }) => message === entry.message)) return seen
  const { message, sentAt, update } = entry
  return [...seen, { message, at: sentAt, own: source === 'press', update }]
}

/** What cannot be deleted any more can at least say nothing. */
async function blank(world: World, to: Address, old: Seen[]) {
  const own = newestFirst(old.filter((seen) => seen.own)).slice(0, blankedAtMost)
  for (const message of own)
    await world.channel.edit(to, message, { text: { key: 'common:blank' } })
  return own
}

/** Another queue may have said something while we were at work. */
async function eraseLate({ store, channel }: World, chat: number, known: Seen[]) {
  const ids = new Set(known.map(({ message }) => message))
  const late = (await store.seen(chat)).filter(({ message }) => !ids.has(message))
  if (late.length > 0) await channel.erase(chat, newestFirst(late))
}

function newestFirst(seen: Seen[]) {
  return [...new Set(seen.map(({ message }) => message))].sort((a, b) => b - a)
}
