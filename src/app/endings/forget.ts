import { bearsScreen } from '../carried.ts'
import { leaveDesk } from '../cases/end.ts'
import { endHeld } from '../held.ts'
import type { Performance } from '../pending/performance.ts'
import type { Address } from '../ports/phone.ts'
import type { Store, World } from '../ports/world.ts'
import { Gone } from '../trouble.ts'
import { allSeen } from './all-seen.ts'
import { wipe } from './wipe.ts'

/** Erases everything we hold about a person and says so. The talk goes last, so that a crash can be finished. */
export async function forget(world: World, turn: Performance, to: Address): Promise<void> {
  const { chat, talk } = turn
  await world.talks.noteForgotten(chat, talk.recent)
  await clearPhone(world, turn, to)
  for (const erase of Object.values(erased)) await erase?.(world, chat)
  try {
    await saySo(world, turn, to)
  } catch (error) {
    // Whoever blocks the bot right after asking is erased all the same.
    if (error instanceof Gone) await world.talks.drop(chat)
    throw error
  }
  await world.talks.drop(chat)
  // Another queue may have noted a message, or its copy at a desk, meanwhile.
  await world.messages.drop(chat)
  await world.cases.drop(chat)
  await world.blocks.drop(chat)
}

/** What each noun of the store holds of a person goes so; undefined: it holds nothing of anybody, or it is the talk. */
const erased: {
  [Noun in keyof Store]: ((world: World, chat: number) => Promise<void>) | undefined
} = {
  messages: ({ messages }, chat) => messages.drop(chat),
  plans: (world, chat) => endHeld(world, chat, ['dues']),
  tips: (world, chat) => endHeld(world, chat, ['themes']),
  talks: undefined,
  cases: leaveDesk,
  blocks: ({ blocks }, chat) => blocks.drop(chat),
  desks: undefined,
  firms: undefined,
  paces: undefined,
  counters: undefined,
  reports: undefined,
}

/** What was said with a desk does not stay on the phone; the message that is to say so stays. */
async function clearPhone(world: World, { chat, entry }: Performance, to: Address) {
  if (!(await world.cases.of(chat))) return
  const seen = (await allSeen(world, chat)).filter(({ message }) => message !== entry.message)
  await wipe(world, to, { seen, most: blankedAtMost, ms: blankingMs })
}

/** Whoever forgets waits for it, so what is old is blanked as far as there is time. */
const blankedAtMost = 20
const blankingMs = 10_000

async function saySo({ phone }: World, turn: Performance, to: Address) {
  const screen = { text: { key: 'common:forgotten' } }
  const changed = bearsScreen(turn) && (await phone.edit(to, turn.entry.message, screen))
  if (!changed) await phone.send(to, screen)
}
