import { isCut } from '../pending/pending.ts'
import type { Performance } from '../pending/performance.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Address } from '../ports/phone.ts'
import { sources } from '../ports/source.ts'
import type { Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'

/** Whether the chat was emptied, or the person erased, since this turn was decided. */
export async function isCutNow({ talks }: World, { chat, source, entry }: Performance) {
  return isCut(await talks.load(chat), { source, update: entry.update })
}

/**
 * Two queues go side by side: what was on its way while the chat was emptied is deleted at once, with the word that it answers. One
 * that is too old for that was blank already, and is blank again.
 */
export async function takeBackIfCut(
  world: World,
  { chat, source, entry }: Performance,
  { to, messages }: { to: Address; messages: number[] },
): Promise<void> {
  const talk = await world.talks.load(chat)
  if (!isCut(talk, { source, update: entry.update })) return
  const theirs = sources[source].bears === 'theirs' && talk ? [entry.message] : []
  await takeBack(world, { chat, talk, messages: [...theirs, ...messages] }, async (stayed) => {
    await world.phone.edit(to, stayed, { text: { key: 'common:blank' } })
  })
}

/** An update that comes again after the chat was emptied: what it left on the phone is deleted, and nothing is said. */
export async function takeBackRepeat(world: World, talk: Talk, incoming: Incoming): Promise<void> {
  const { chat, source, update, message } = incoming
  if (!isCut(talk, incoming)) return
  const seen = await world.messages.of(chat)
  const made = seen.filter((one) => one.update === update).map((one) => one.message)
  const theirs = sources[source].bears === 'theirs' ? [message] : []
  await takeBack(world, { chat, talk, messages: [...new Set([...theirs, ...made])] })
}

async function takeBack(
  world: World,
  { chat, talk, messages }: { chat: number; talk: Talk | undefined; messages: number[] },
  whenStayed: (message: number) => Promise<void> = async () => {},
) {
  const stayed = await world.phone.erase(chat, messages)
  for (const message of stayed) await whenStayed(message)
  // Of somebody who was erased no id stays behind.
  await world.messages.drop(chat, talk && messages)
}
