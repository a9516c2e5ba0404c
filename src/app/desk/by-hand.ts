import { bird } from '../../core/desk/card.ts'
import type { World } from '../ports/world.ts'
import { deed } from './deed.ts'
import { type Here, isOf, reply } from './here.ts'

/** Closing its topic closes a case. Where whoever did it may not, the topic is opened again: the case goes on there. */
export async function closedByHand(world: World, here: Here): Promise<void> {
  const { chat, incoming } = here
  const { group, thread } = incoming
  if (chat === undefined || thread === undefined) return
  await deed(world, here, 'close')
  const one = await world.cases.of(chat)
  const isOpen = one !== undefined && one.state !== 'closed' && isOf(one, here)
  if (isOpen) await world.room.reopenTopic(group, thread)
}

/** Nobody goes on with a case but its person: that its topic is open again only looks so. */
export async function reopenedByHand(world: World, here: Here): Promise<void> {
  const { chat } = here
  if (chat === undefined) return
  const one = await world.cases.of(chat)
  if (one?.state !== 'closed' || !isOf(one, here)) return
  await reply(world, here, { key: 'desk:line.reopened-by-hand', vars: { bird: bird(one) } })
}
