import { endHeld } from '../held.ts'
import type { Performance } from '../pending/performance.ts'
import type { Address } from '../ports/phone.ts'
import { sources } from '../ports/source.ts'
import type { World } from '../ports/world.ts'
import { Gone } from '../trouble.ts'

/** Erases everything we hold about a person and says so. The talk goes last, so that a crash can be finished. */
export async function forget(world: World, turn: Performance, to: Address): Promise<void> {
  const { chat, talk } = turn
  await world.talks.noteForgotten(chat, talk.recent)
  await world.messages.drop(chat)
  await endHeld(world, chat)
  try {
    await saySo(world, turn, to)
  } catch (error) {
    // Whoever blocks the bot right after asking is erased all the same.
    if (error instanceof Gone) await world.talks.drop(chat)
    throw error
  }
  await world.talks.drop(chat)
  // Another queue may have noted a message meanwhile.
  await world.messages.drop(chat)
}

async function saySo({ phone }: World, { entry, source }: Performance, to: Address) {
  const screen = { text: { key: 'common:forgotten' } }
  const changed = sources[source].bears === 'ours' && (await phone.edit(to, entry.message, screen))
  if (!changed) await phone.send(to, screen)
}
