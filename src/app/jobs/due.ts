import { flowForDue, isQuiet } from '../../core/engine/flow.ts'
import type { Due } from '../../core/turn.ts'
import { endHeld } from '../held.ts'
import { ownUpdate } from '../own-update.ts'
import type { World } from '../ports/world.ts'
import { retention } from '../retention.ts'
import { Busy, Gone } from '../trouble.ts'
import { handle } from '../turn/handle.ts'
import type { JobKind, JobOf } from './job.ts'

/**
 * Done every minute: everything that lies under the minutes since the last time becomes a job. A minute that was missed is
 * taken by the next tick. Two ticks side by side may make a job twice; the person gets it once.
 */
export async function enqueueDue({
  plans,
  queue,
  now,
}: Pick<World, 'plans' | 'queue' | 'now'>): Promise<void> {
  const last = toMinute(now().getTime())
  const cursor = await plans.cursor()
  // The very first tick has nothing behind it: what is planned lies hours ahead. A clock that was set back takes its minutes again.
  const known = cursor === undefined || cursor > last ? last - 1 : cursor
  const after = Math.max(known, last - toMinute(retention.lateMs))
  for (const minute of await plans.minutes(after, last)) {
    for (const due of await plans.at(minute)) await queue.enqueue({ kind: 'due', ...due })
    for (const due of await plans.casesAt(minute)) await queue.enqueue({ kind: 'case-due', ...due })
    await plans.moveCursor(minute)
  }
  await plans.moveCursor(last)
}

/** Brings one thing to a person. Safe to repeat: it counts as one update. */
export const due: JobKind<'due'> = {
  label: ({ chat, minute, what }) => ({
    group: `chat#${chat}`,
    once: `due#${chat}#${minute}#${what}`,
  }),
  run: bring,
}

/** As an input of its own, unless they ended it meanwhile. */
async function bring(world: World, { chat, minute, what, language }: JobOf<'due'>) {
  const due: Due = { minute, what }
  const planned = await world.plans.of(chat)
  // An end that came between a plan's writes may have left the item alone behind.
  if (!planned.some((one) => isSame(one, due))) return world.plans.done(chat, due)
  if (flowForDue(world.content, what) && !isOvertaken(world, planned, due)) {
    await waitWhileQuiet(world, chat)
    const said = handle(world, {
      update: ownUpdate(`due/${minute}/${what}`),
      chat,
      source: 'due',
      message: 0,
      sentAt: 0,
      ...(language && { language }),
      event: { kind: 'due', what, minute },
    })
    await said.catch((error) => whenGone(world, chat, error))
  }
  await world.plans.done(chat, due)
}

/** Whoever reads help just now must not lose it to a reminder. */
async function waitWhileQuiet({ content, talks, now }: World, chat: number) {
  const talk = await talks.load(chat)
  if (!isQuiet(content, talk?.state?.flow ?? '')) return
  const touched = Math.max(0, ...Object.values(talk?.pending ?? {}).map(({ at }) => at))
  if (now().getTime() - touched < readingMs) throw new Busy(600, 'help is on the screen')
}

const readingMs = 15 * 60_000

/** After the bot stood still for days, only the latest is said. */
function isOvertaken({ now }: World, planned: Due[], { minute }: Due) {
  const last = toMinute(now().getTime())
  return planned.some((other) => other.minute > minute && other.minute <= last)
}

async function whenGone(world: World, chat: number, error: unknown) {
  if (!(error instanceof Gone)) throw error
  world.log('person-gone')
  await endHeld(world, chat)
}

function isSame(one: Due, other: Due) {
  return one.minute === other.minute && one.what === other.what
}

function toMinute(ms: number) {
  return Math.floor(ms / 60_000)
}
