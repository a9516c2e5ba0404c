import { isDeed } from '../../core/desk/deeds.ts'
import type { GroupEvent } from '../ports/arrival.ts'
import type { World } from '../ports/world.ts'
import { pressConduct } from './conduct.ts'
import { pressNeed } from './cycle/need.ts'
import { signReview } from './cycle/review.ts'
import { deed } from './deed.ts'
import { type Here, isOf } from './here.ts'
import { pressReady } from './ready.ts'
import { readyReply } from './replies.ts'
import { pressWho, readyContact } from './who.ts'

type Press = Extract<GroupEvent, { kind: 'press' }>

/** A button in a group of a desk. */
export async function pressed(world: World, here: Here, press: Press): Promise<void> {
  const { of, choice, id } = press
  if (of === 'conduct') return pressConduct(world, here, choice)
  if (of === 'need') return pressNeed(world, here, choice)
  if (of === 'review') return signReview(world, here)
  if (of === 'reply') return pressReady(world, here, press, (name) => readyReply(world, name))
  if (of === 'contact') return pressReady(world, here, press, (name) => readyContact(world, name))
  if (of === 'who') return pressWho(world, here, press)
  if (of !== 'case' || !isDeed(choice)) return world.room.answer(id, here.voice)
  await deed(world, here, choice)
  await dropDouble(world, here)
}

/** A card that stands there twice, because Telegram's answer was lost, would say for ever what held then. */
async function dropDouble({ cases, room }: World, here: Here) {
  const { chat, incoming } = here
  const { group, message } = incoming
  const one = chat === undefined ? undefined : await cases.of(chat)
  const isDouble =
    one !== undefined && isOf(one, here) && one.card !== undefined && one.card !== message
  if (isDouble) await room.erase(group, message)
}
