import { commandNames } from '../../core/desk/commands.ts'
import { isDeed } from '../../core/desk/deeds.ts'
import type { Text } from '../../core/turn.ts'
import type { GroupEvent } from '../ports/arrival.ts'
import type { World } from '../ports/world.ts'
import { block, unblock } from './block.ts'
import { complaint } from './complaint.ts'
import { mayAct, showConduct } from './conduct.ts'
import { connectAgain } from './connect.ts'
import { handOver } from './cycle/hand-over.ts'
import { showNeeds } from './cycle/need.ts'
import { refer } from './cycle/refer.ts'
import { plan, remind } from './cycle/remember.ts'
import { askReview } from './cycle/review.ts'
import { deed } from './deed.ts'
import { type Here, reply } from './here.ts'
import { hours } from './hours.ts'
import { listCases, nextCase } from './list.ts'
import { onCall } from './on-call.ts'
import { replies } from './replies.ts'
import { report } from './report.ts'
import { showDesk } from './show-desk.ts'
import { takeBack } from './take-back.ts'
import { who } from './who.ts'

type Command = Extract<GroupEvent, { kind: 'command' }>

/** A word with a slash in a group of a desk. */
export async function command(world: World, here: Here, { name, words }: Command): Promise<void> {
  if (isDeed(name) && (name !== 'transfer' || words.trim())) return deed(world, here, name)
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined
  return act ? act(world, here, words) : reply(world, here, { key: 'desk:unknown-command' })
}

const acts: Record<string, (world: World, here: Here, words: string) => Promise<void>> = {
  desk: showDesk,
  conduct: showConduct,
  transfer: (world, here) => reply(world, here, { key: 'desk:transfer.how' }),
  need: showNeeds,
  plan,
  remind,
  review: askReview,
  refer,
  handover: handOver,
  report,
  next: nextCase,
  cases: listCases,
  delete: takeBack,
  r: replies,
  who,
  hours,
  oncall: onCall,
  block,
  complaint,
  unblock,
  pause: (world, here) => pause(world, here, true),
  open: (world, here) => pause(world, here, null),
  help: (world, here) => reply(world, here, helpText),
  start: (world, here) => reply(world, here, helpText),
  connect: connectAgain,
}

/** Every word with a slash, as Telegram lists them too. */
const helpText: Text = {
  key: 'desk:help',
  vars: {
    commands: {
      key: 'join:lines',
      vars: {
        items: commandNames.map((name) => {
          return { key: 'desk:help-line', vars: { name, what: { key: `desk:command.${name}` } } }
        }),
      },
    },
  },
}

async function pause(world: World, here: Here, isPaused: true | null) {
  if ((await mayAct(world, here)) === undefined) return
  await world.desks.change(here.desk.id, { isPaused })
  await reply(world, here, { key: isPaused ? 'desk:paused' : 'desk:opened' })
}
