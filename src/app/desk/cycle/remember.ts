import { noting } from '../../../core/desk/deeds.ts'
import { daysAtMost, readDay, readSpan } from '../../../core/desk/when.ts'
import type { Text } from '../../../core/turn.ts'
import { momentOf } from '../../../core/zones.ts'
import { endClock, setClock } from '../../cases/clock.ts'
import { zoneOf } from '../../cases/zone-of.ts'
import type { World } from '../../ports/world.ts'
import { type Changed, changeHere } from '../change-here.ts'
import { type Here, reply } from '../here.ts'

/** The hour at which the desk is told that the day of a plan has come, in minutes. */
const morning = 9 * 60

/** `/plan 12.12 …`: what was agreed stays in the message, by when is kept and comes back on that day. */
export async function plan(world: World, here: Here, words: string): Promise<void> {
  const [first = ''] = words.trim().split(/\s+/)
  if (first === '') return reply(world, here, { key: 'desk:plan.how' })
  const zone = zoneOf(here.desk)
  const read = readDay(first, world.now(), zone)
  if ('why' in read) return reply(world, here, wrong('desk:plan.how', read.why))
  const { day } = read
  const { message } = here.incoming
  const changed = await changeHere(world, here, (one) => noting(one, { plan: { day, message } }))
  if (!changed) return
  await alarm(world, changed, 'plan', momentOf(day, morning, zone))
  const { chat, kept } = changed
  const { update } = here.incoming
  await world.queue.enqueue({ kind: 'case-card', chat, desk: kept.desk, update })
  await reply(world, here, { key: 'desk:plan.set', vars: { day: dateOf(day) } })
}

/** `/remind 3d …`: the clock answers to this message then. `/remind off` takes it back. */
export async function remind(world: World, here: Here, words: string): Promise<void> {
  const [first = ''] = words
    .trim()
    .replace(before, '')
    .replace(/^(\d+)\s+/, '$1')
    .split(/\s+/)
  if (first === '') return reply(world, here, { key: 'desk:remind.how' })
  if (first.toLowerCase() === 'off') return forgetReminder(world, here)
  const read = readSpan(first, sentAt(here))
  if ('why' in read) return reply(world, here, wrong('desk:remind.how', read.why))
  const { message: reminder } = here.incoming
  const changed = await changeHere(world, here, (one) => noting(one, { reminder }))
  if (!changed) return
  await alarm(world, changed, 'remind', Math.ceil(read.at / 60_000))
  const at: Text = { key: 'name:moment', vars: { ms: read.at, zone: zoneOf(here.desk) } }
  await reply(world, here, { key: 'desk:remind.set', vars: { at } })
}

/** Some say `in 3d`. */
const before = /^(in|za|через|за)\s+/i

/** What comes again means the same moment. */
function sentAt({ incoming }: Here) {
  return new Date(incoming.sentAt * 1000)
}

async function forgetReminder(world: World, here: Here) {
  const changed = await changeHere(world, here, (one) => noting(one, {}))
  if (!changed) return
  const minute = changed.kept.clock?.remind
  if (minute !== undefined) await endClock(world, changed.chat, { what: 'remind', minute })
  await reply(world, here, { key: 'desk:remind.off' })
}

/** Never in the past: the clock would not come by it any more. */
function alarm(world: World, { chat }: Changed, what: 'plan' | 'remind', minute: number) {
  const soon = Math.floor(world.now().getTime() / 60_000) + 1
  return setClock(world, chat, { what, minute: Math.max(minute, soon) })
}

/** `how`: what to write instead. */
function wrong(how: string, why: 'unread' | 'past' | 'far'): Text {
  return why === 'unread' ? { key: how } : { key: `desk:when.${why}`, vars: { days: daysAtMost } }
}

function dateOf(date: string): Text {
  return { key: 'name:date', vars: { date } }
}
