import type { World } from '../ports/world.ts'
import { deed } from './deed.ts'
import type { Here } from './here.ts'

/** Closing its topic closes a case. Where whoever did it may not, the topic is opened again: the case goes on there. */
export async function closedByHand(world: World, here: Here): Promise<void> {
  const { chat, incoming } = here
  const { group, thread } = incoming
  if (chat === undefined || thread === undefined) return
  await deed(world, here, 'close')
  const one = await world.cases.of(chat)
  const isOpen = one !== undefined && one.state !== 'closed' && one.thread === thread
  if (isOpen) await world.room.reopenTopic(group, thread)
}
