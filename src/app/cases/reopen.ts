import type { Case } from '../../core/case.ts'
import { takes } from '../../core/desk/route.ts'
import { type Content, handOffIn } from '../../core/engine/flow.ts'
import type { Performance } from '../pending/performance.ts'
import type { Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { changeCase } from './change.ts'
import { setClock } from './clock.ts'
import { isStaffed } from './staff.ts'

type Knowing = Pick<World, 'cases' | 'blocks' | 'desks' | 'content' | 'now'>

/** The case of somebody that is over and that they may go on with, by what they agreed to then; undefined: there is none. */
export async function pastCase(
  world: Knowing,
  chat: number,
  talk: Pick<Talk, 'minor'>,
): Promise<Case | undefined> {
  const one = await world.cases.of(chat)
  return one && (await mayGoOn(world, one, { ...talk, chat })) ? one : undefined
}

/**
 * Who goes on with their case has the same one, with its topic: it waits for somebody again, because who had it may be gone. Safe to
 * repeat: the update that brought it is known. Where it cannot be any more, they hear it.
 */
export async function reopenCase(world: World, { chat, entry, talk }: Performance): Promise<void> {
  const { cases, desks, queue } = world
  const { update } = entry
  const before = await cases.of(chat)
  if (!before || !(isDone(before, update) || (await mayGoOn(world, before, { ...talk, chat }))))
    return queue.enqueue({ kind: 'desk-news', chat, update, news: 'lost' })
  await changeCase(world, chat, (one) =>
    isDone(one, update) || one.id !== before.id ? undefined : wentOn(world, one, update),
  )
  const one = await cases.of(chat)
  if (!one || one.state === 'closed') return
  const { desk, group, thread } = one
  if (thread !== undefined) await desks.keepTopic(group, { thread, chat })
  await wakeClock(world, chat, one)
  await queue.enqueue({ kind: 'case-card', chat, desk, update, line: 'reopened' })
}

/** What was to come to the desk comes all the same; of what was due meanwhile it hears now. */
async function wakeClock(world: World, chat: number, { clock = {} }: Case) {
  const soon = Math.floor(world.now().getTime() / 60_000) + 1
  for (const what of ['remind', 'plan'] as const) {
    const { [what]: minute } = clock
    if (minute !== undefined) await setClock(world, chat, { what, minute: Math.max(minute, soon) })
  }
}

/** Its own end may have come since. */
function isDone({ state, reopened }: Case, update: number): boolean {
  return state !== 'closed' || reopened === update
}

function wentOn({ now }: World, before: Case, update: number): Case {
  const { by: had, closedAt: _, called: _1, isOffered: _2, clock = {}, ...one } = before
  const { limit: _3, ...left } = clock
  // A question that stood open when it ended is not asked again.
  const referrals = one.referrals?.filter((asked) => asked.at !== undefined)
  const at = now().getTime()
  return {
    ...one,
    state: 'waiting',
    reopened: update,
    touchedAt: at,
    waitingSince: at,
    clock: left,
    ...(referrals && { referrals }),
    ...(had !== undefined && { had }),
  }
}

/** Who was not under 18 when they agreed, and is, agrees anew to less; and so does who agreed to other words. */
async function mayGoOn(
  world: Knowing,
  one: Case,
  { minor, chat }: Pick<Talk, 'minor'> & { chat: number },
): Promise<boolean> {
  const { state, isWithdrawn, thread, isMinor, consent } = one
  if (state !== 'closed' || isWithdrawn || thread === undefined) return false
  if ((minor && !isMinor) || consent.wording !== wordingOf(world.content)) return false
  const desk = await world.desks.get(one.desk)
  // Where its group has moved its topic stayed behind.
  if (!desk || desk.group !== one.group || !takes(desk, { minor: isMinor })) return false
  if ((await world.blocks.of(chat)).includes(desk.id)) return false
  return isStaffed(world, desk.id)
}

function wordingOf(content: Content): string | undefined {
  const { flow = '' } = handOffIn(content) ?? {}
  for (const step of Object.values(content.flows[flow]?.steps ?? {}))
    if (step.kind === 'consent') return step.wording
  return undefined
}
