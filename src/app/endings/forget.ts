import { bearsScreen } from '../carried.ts'
import { endHeld } from '../held.ts'
import type { Performance } from '../pending/performance.ts'
import type { Address } from '../ports/phone.ts'
import type { Store, World } from '../ports/world.ts'
import { Gone } from '../trouble.ts'

/** Erases everything we hold about a person and says so. The talk goes last, so that a crash can be finished. */
export async function forget(world: World, turn: Performance, to: Address): Promise<void> {
  const { chat, talk } = turn
  await world.talks.noteForgotten(chat, talk.recent)
  for (const erase of Object.values(erased)) await erase?.(world, chat)
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

/** What each noun of the store holds of a person goes so; undefined: it holds nothing of anybody, or it is the talk. */
const erased: {
  [Noun in keyof Store]: ((world: World, chat: number) => Promise<void>) | undefined
} = {
  messages: ({ messages }, chat) => messages.drop(chat),
  plans: (world, chat) => endHeld(world, chat, ['dues']),
  tips: (world, chat) => endHeld(world, chat, ['themes']),
  talks: undefined,
  firms: undefined,
  paces: undefined,
  counters: undefined,
}

async function saySo({ phone }: World, turn: Performance, to: Address) {
  const screen = { text: { key: 'common:forgotten' } }
  const changed = bearsScreen(turn) && (await phone.edit(to, turn.entry.message, screen))
  if (!changed) await phone.send(to, screen)
}
