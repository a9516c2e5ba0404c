import type { Case } from '../../../core/case.ts'
import { noting } from '../../../core/desk/deeds.ts'
import { type Need, needs } from '../../../core/needs.ts'
import type { Choice } from '../../../core/turn.ts'
import type { Notice } from '../../ports/room.ts'
import type { World } from '../../ports/world.ts'
import { changeHere } from '../change-here.ts'
import { type Here, spotOf } from '../here.ts'

/** `/need`: what the person needs, to be noted by buttons. */
export async function showNeeds(world: World, here: Here): Promise<void> {
  const changed = await changeHere(world, here, (one) => noting(one, {}))
  if (!changed) return
  const { incoming, voice } = here
  await world.room.say(spotOf(incoming), notice(changed.kept), voice, incoming.message)
}

/** A button names what it does, so a press that comes twice does no harm. */
export async function pressNeed(world: World, here: Here, choice: string): Promise<void> {
  const { incoming, voice } = here
  const [verb, name] = choice.split('-')
  const need = needs.find((one) => one === name)
  if (incoming.event.kind !== 'press' || !need) return
  const changed = await changeHere(world, here, (one) =>
    noting(one, { needs: withNeed(one, need, verb === 'on') }),
  )
  if (!changed) return
  const { chat, kept } = changed
  await world.room.edit(spotOf(incoming), incoming.message, notice(kept), voice)
  const { desk } = kept
  await world.queue.enqueue({ kind: 'case-card', chat, desk, update: incoming.update })
  await world.room.answer(incoming.event.id, voice)
}

/** In the order in which they are always listed. */
function withNeed({ needs: before = [] }: Case, need: Need, isOn: boolean): Need[] {
  return needs.filter((one) => (one === need ? isOn : before.includes(one)))
}

function notice({ needs: noted = [] }: Case): Notice {
  const choices = needs.map((need): Choice => {
    const isOn = noted.includes(need)
    const name = { key: `desk:needs.${need}` }
    return {
      id: `${isOn ? 'off' : 'on'}-${need}`,
      label: isOn ? { key: 'desk:need.on', vars: { need: name } } : name,
    }
  })
  return { text: { key: 'desk:need.text' }, of: 'need', choices }
}
