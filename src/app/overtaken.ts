import { isCut } from './pending.ts'
import type { Performance } from './performance.ts'
import type { Address, World } from './ports.ts'
import { retention } from './retention.ts'

/** Whether the chat was emptied, or the person erased, since this turn was decided. */
export async function isCutNow({ store }: World, { chat, source, entry }: Performance) {
  return isCut(await store.load(chat), { source, update: entry.update })
}

/** Two queues go side by side: a word that was on its way while the chat was emptied is deleted at once. */
export async function takeBackIfCut(
  { store, channel }: World,
  { chat, source, entry }: Performance,
  messages: number[],
): Promise<void> {
  const talk = await store.load(chat)
  if (!isCut(talk, { source, update: entry.update })) return
  await channel.erase(chat, messages)
  // Of somebody who was erased no id stays behind.
  await store.dropSeen(chat, talk && messages)
}

/** The same for a message that is too old to be deleted: it was blank already, and is blank again. */
export async function blankIfCut(world: World, turn: Performance, to: Address): Promise<void> {
  const { message, sentAt } = turn.entry
  const isYoung = world.now().getTime() - sentAt * 1000 < retention.erasableMs
  if (isYoung || !(await isCutNow(world, turn))) return
  await world.channel.edit(to, message, { text: { key: 'common:blank' } })
}
