import { handOffIn } from '../../core/engine/flow.ts'
import type { World } from '../ports/world.ts'
import type { Here } from './here.ts'

/** In the topic of a case. */
export type InTopic = Here & { chat: number }

/** What stands there shall be copied to the person; the queue keeps the order. */
export async function passOn(
  world: World,
  { chat, desk, incoming }: InTopic,
  how: { isEdit?: true } = {},
): Promise<void> {
  const { thread, message, update, replyTo } = incoming
  await world.queue.enqueue({
    kind: 'relay',
    chat,
    desk: desk.id,
    to: 'person',
    message,
    update,
    ...(thread !== undefined && { thread }),
    ...(replyTo !== undefined && { replyTo }),
    ...how,
    ...((await isAway(world, chat)) && { isAway: true }),
  })
}

/** Whether the person stands somewhere else in the bot. */
async function isAway({ talks, content }: World, chat: number): Promise<boolean> {
  const state = (await talks.load(chat))?.state
  const place = handOffIn(content)
  return state?.flow !== place?.flow || state?.path.at(-1)?.step !== place?.step
}
