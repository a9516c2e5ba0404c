import { noting, refusal } from '../../../core/desk/deeds.ts'
import { staffedFor } from '../../cases/desk-for.ts'
import type { World } from '../../ports/world.ts'
import { changeHere } from '../change-here.ts'
import { mayAct } from '../conduct.ts'
import { type Here, reply } from '../here.ts'

/**
 * `/refer`: the person is asked whether another desk shall go on with the case. They agree anew to what that one gets to see; until then
 * everything stays as it is.
 */
export async function refer(world: World, here: Here): Promise<void> {
  if ((await mayAct(world, here)) === undefined) return
  const { chat, desk, incoming } = here
  const one = chat === undefined ? undefined : await world.cases.of(chat)
  const seeker = { language: one?.language, country: one?.shared.country, minor: one?.isMinor }
  const other = one && (await staffedFor(world, seeker, { draw: one.id, not: desk.id }))
  if (one && !other) return reply(world, here, { key: 'desk:refer.nobody' })
  const changed = await changeHere(world, here, (now, by) => {
    const why = refusal(now, by)
    return why ? { why } : noting(now, { isOffered: true })
  })
  if (!changed) return
  const { update } = incoming
  await world.queue.enqueue({ kind: 'desk-news', chat: changed.chat, update, news: 'offered' })
  await reply(world, here, { key: 'desk:refer.asked', vars: { desk: other?.name ?? '' } })
}
