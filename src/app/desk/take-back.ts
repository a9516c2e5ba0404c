import { mayTakeBack } from '../../core/desk/deeds.ts'
import type { World } from '../ports/world.ts'
import { mayAct } from './conduct.ts'
import { type Here, isOf, reply } from './here.ts'

/** `/delete` as an answer to a message of the topic, by whoever has the case or had it when it was closed. */
export async function takeBack(world: World, here: Here): Promise<void> {
  const { chat, desk, incoming } = here
  if (chat === undefined) return reply(world, here, { key: 'desk:no-case' })
  const by = await mayAct(world, here)
  if (by === undefined) return
  const { thread, replyTo, message, update } = incoming
  const one = await world.cases.of(chat)
  const why = !one || !isOf(one, here) ? 'over' : mayTakeBack(one, by)
  if (why) return reply(world, here, { key: `desk:refused.${why}` })
  if (replyTo === undefined || replyTo === one?.card)
    return reply(world, here, { key: 'desk:delete.how' })
  const of = { chat, desk: desk.id, by: 'desk' as const, message: replyTo }
  const where = { command: message, ...(thread !== undefined && { thread }) }
  await world.queue.enqueue({ kind: 'take-back', ...of, ...where, update })
}
