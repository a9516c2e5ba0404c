import { noting } from '../../../core/desk/deeds.ts'
import type { World } from '../../ports/world.ts'
import { changeHere } from '../change-here.ts'
import { type Here, spotOf } from '../here.ts'

/** `/review`: a second member is to read the case and to sign that by a button. */
export async function askReview(world: World, here: Here): Promise<void> {
  const changed = await changeHere(world, here, (one) => noting(one, {}))
  if (!changed) return
  const { incoming, voice } = here
  const choices = [{ id: 'sign', label: { key: 'desk:review.sign' } }]
  const notice = { text: { key: 'desk:review.text' }, of: 'review', choices }
  await world.room.say(spotOf(incoming), notice, voice, incoming.message)
}

/** Whoever has the case is no second reader. */
export async function signReview(world: World, here: Here): Promise<void> {
  const { incoming, voice } = here
  if (incoming.event.kind !== 'press') return
  const at = world.now().getTime()
  const changed = await changeHere(world, here, (one, by) =>
    one.by === by ? { why: 'own-review' } : noting(one, { review: { by, at } }),
  )
  if (!changed) return
  const { chat, kept } = changed
  const { update, event } = incoming
  await world.queue.enqueue({ kind: 'case-card', chat, desk: kept.desk, update })
  await world.room.answer(event.id, voice, { key: 'desk:review.signed' })
}
