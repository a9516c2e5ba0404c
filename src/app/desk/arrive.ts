import type { ByKind } from '../../core/by-kind.ts'
import { deskLost } from '../cases/desk-lost.ts'
import { deskVoice } from '../cases/desk-voice.ts'
import { moveDesk } from '../cases/move-desk.ts'
import type { GroupEvent, InGroup } from '../ports/arrival.ts'
import type { World } from '../ports/world.ts'
import { closedByHand, reopenedByHand } from './by-hand.ts'
import { command } from './commands.ts'
import type { Here } from './here.ts'
import { freeCasesOf } from './left.ts'
import { newcomer } from './newcomer.ts'
import { pressed } from './pressed.ts'
import { backOrLess } from './put.ts'
import { said } from './said.ts'

type Events = ByKind<GroupEvent>

/** Something that happened in a group. Throws Busy, Stale, Gone and Lost. Safe to repeat: what is decided is known by the case. */
export async function arriveInGroup(world: World, incoming: InGroup): Promise<void> {
  const { group, thread } = incoming
  const place = await world.desks.at(group, thread)
  const desk = place.desk === undefined ? undefined : await world.desks.get(place.desk)
  if (!desk || desk.isClosed) return newcomer(world, incoming, place)
  const { chat } = place
  const here = {
    incoming,
    desk,
    voice: deskVoice(world, desk),
    ...(chat !== undefined && { chat }),
  }
  return act(world, here, incoming.event)
}

function act<Kind extends keyof Events>(
  world: World,
  here: Here,
  event: Events[Kind] & { kind: Kind },
): Promise<void> {
  return acts[event.kind](world, here, event)
}

const byHand = { closed: closedByHand, reopened: reopenedByHand }

const acts: {
  [Kind in keyof Events]: (world: World, here: Here, event: Events[Kind]) => Promise<void>
} = {
  command,
  said,
  press: pressed,
  put: backOrLess,
  out: (world, { desk }) => deskLost(world, desk.id, 'group'),
  topic: async (world, here, { is }) => {
    await byHand[is](world, here)
  },
  left: (world, here, { user }) => freeCasesOf(world, here, user),
  moved: (world, { desk }, { to }) => moveDesk(world, desk.id, to),
}
