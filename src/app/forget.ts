import type { Performance } from './performance.ts'
import type { Address, World } from './ports.ts'

/** Erases everything we hold about a person and says so. The talk goes last, so that a crash can be finished. */
export async function forget(world: World, turn: Performance, to: Address): Promise<void> {
  const { chat, entry, source } = turn
  await world.store.dropSeen(chat)
  const screen = { text: { key: 'common:forgotten' } }
  const changed = source === 'press' && (await world.channel.edit(to, entry.message, screen))
  if (!changed) await world.channel.send(to, screen)
  await world.store.dropTalk(chat)
}
