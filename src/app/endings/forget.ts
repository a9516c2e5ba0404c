import { endHeld } from '../held.ts'
import type { Performance } from '../pending/performance.ts'
import type { Address, World } from '../ports/world.ts'
import { Gone } from '../trouble.ts'

/** Erases everything we hold about a person and says so. The talk goes last, so that a crash can be finished. */
export async function forget(world: World, turn: Performance, to: Address): Promise<void> {
  const { chat, talk } = turn
  await world.store.noteForgotten(chat, talk.recent)
  await world.store.dropSeen(chat)
  await endHeld(world.store, chat)
  try {
    await saySo(world, turn, to)
  } catch (error) {
    // Whoever blocks the bot right after asking is erased all the same.
    if (error instanceof Gone) await world.store.dropTalk(chat)
    throw error
  }
  await world.store.dropTalk(chat)
  // Another queue may have noted a message meanwhile.
  await world.store.dropSeen(chat)
}

async function saySo({ channel }: World, { entry, source }: Performance, to: Address) {
  const screen = { text: { key: 'common:forgotten' } }
  const changed = source === 'press' && (await channel.edit(to, entry.message, screen))
  if (!changed) await channel.send(to, screen)
}
