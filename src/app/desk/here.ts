import type { Case } from '../../core/case.ts'
import type { Text } from '../../core/turn.ts'
import type { Voice } from '../../core/voice.ts'
import type { InGroup, Somebody } from '../ports/arrival.ts'
import type { Desk } from '../ports/desks.ts'
import type { Spot } from '../ports/room.ts'
import type { World } from '../ports/world.ts'

/** Where something happened: at which desk, in whose topic. */
export interface Here {
  incoming: InGroup
  desk: Desk
  voice: Voice
  /** Whose case the topic is. */
  chat?: number
}

/** Whether the topic is that of the case: another desk may have one of the same number. */
export function isOf({ desk, thread }: Case, here: Here): boolean {
  return desk === here.desk.id && thread === here.incoming.thread
}

export function spotOf({ group, thread }: Pick<InGroup, 'group' | 'thread'>): Spot {
  return { group, ...(thread !== undefined && { thread }) }
}

/** Says something where it happened, as an answer to the message that led to it; over a press, as an alert. */
export async function reply(world: World, { incoming, voice }: Here, text: Text): Promise<void> {
  const { event, message } = incoming
  if (event.kind === 'press') return world.room.answer(event.id, voice, text, 'alert')
  await world.room.say(spotOf(incoming), { text }, voice, message || undefined)
}

/** Who did it; somebody who hides behind the group's name is asked to show themselves, and nothing is done. */
export async function named(world: World, here: Here): Promise<Somebody | undefined> {
  const { from } = here.incoming
  if (!from) await reply(world, here, { key: 'desk:anonymous' })
  return from
}
