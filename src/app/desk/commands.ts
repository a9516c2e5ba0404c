import { isDeed } from '../../core/desk/deeds.ts'
import type { GroupEvent } from '../ports/arrival.ts'
import type { World } from '../ports/world.ts'
import { mayAct, showConduct } from './conduct.ts'
import { connectAgain } from './connect.ts'
import { deed } from './deed.ts'
import { type Here, reply } from './here.ts'
import { listCases, nextCase } from './list.ts'
import { showDesk } from './show-desk.ts'
import { takeBack } from './take-back.ts'

type Command = Extract<GroupEvent, { kind: 'command' }>

/** A word with a slash in a group of a desk. */
export async function command(world: World, here: Here, { name, words }: Command): Promise<void> {
  if (isDeed(name)) return deed(world, here, name)
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined
  return act ? act(world, here, words) : reply(world, here, { key: 'desk:unknown-command' })
}

const acts: Record<string, (world: World, here: Here, words: string) => Promise<void>> = {
  desk: showDesk,
  conduct: showConduct,
  next: nextCase,
  cases: listCases,
  delete: takeBack,
  pause: (world, here) => pause(world, here, true),
  open: (world, here) => pause(world, here, null),
  help: (world, here) => reply(world, here, { key: 'desk:help' }),
  start: (world, here) => reply(world, here, { key: 'desk:help' }),
  connect: connectAgain,
}

async function pause(world: World, here: Here, isPaused: true | null) {
  if ((await mayAct(world, here)) === undefined) return
  await world.desks.change(here.desk.id, { isPaused })
  await reply(world, here, { key: isPaused ? 'desk:paused' : 'desk:opened' })
}
