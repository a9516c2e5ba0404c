import { type Case, isUrgent } from '../../core/case.ts'
import type { Effect } from '../../core/turn.ts'
import type { Performance } from '../pending/performance.ts'
import type { World } from '../ports/world.ts'
import { changeCase, closeCase } from './change.ts'
import { stopClock } from './clock.ts'
import { type Counting, countEnded, countHelped } from './count.ts'
import { keepUntil } from './keep-until.ts'

/** The person ends the talk with the desk: from then on nothing of theirs leaves, and the desk sees that they left. */
export async function endCase(
  world: World,
  { chat, entry }: Performance,
  { isWithdrawn }: Extract<Effect, { kind: 'end-case' }>,
): Promise<void> {
  const closed = (await closeCase(world, chat)) ?? (await world.cases.of(chat))
  const one = isWithdrawn ? ((await noteWithdrawn(world, chat)) ?? closed) : closed
  if (!one) return
  const line = isWithdrawn ? 'withdrawn' : 'left'
  await countEnded(world, chat, one, line)
  await keepUntil(world, chat, one)
  const { desk, thread, name } = one
  const of = thread !== undefined && { of: { thread, name } }
  await world.queue.enqueue({ kind: 'case-card', chat, desk, update: entry.update, line, ...of })
}

/** What was taken back is not held up by a press on an old button. */
function noteWithdrawn(world: World, chat: number): Promise<Case | undefined> {
  return changeCase(world, chat, (one) =>
    one.isWithdrawn ? undefined : { ...one, isWithdrawn: true },
  )
}

/** Whether the talk has helped: counted without the person, and said in their topic. */
export async function noteFeedback(
  world: World,
  { chat, entry }: Performance,
  { helped }: Extract<Effect, { kind: 'feedback' }>,
): Promise<void> {
  const { cases, counters, queue, log } = world
  const one = await cases.of(chat)
  if (!one) return
  await countHelped(world, chat, helped)
  const line = `helped-${helped}` as const
  await queue.enqueue({ kind: 'case-card', chat, desk: one.desk, update: entry.update, line })
  await counters.add(`helped#${helped}`).catch(() => log('count-failed'))
}

/** The desk need not go on writing to who has blocked the bot. They may be back, so the case stays. */
export async function noteBlocked(
  { cases, queue }: Pick<World, 'cases' | 'queue'>,
  chat: number,
  update: number,
): Promise<void> {
  const one = await cases.of(chat)
  if (!one || one.state === 'closed') return
  await queue.enqueue({ kind: 'case-card', chat, desk: one.desk, update, line: 'unreachable' })
}

/** Everything that is held of the person's case goes; their topics go too. Safe to repeat. */
export async function leaveDesk(
  world: Counting & Pick<World, 'desks' | 'queue' | 'plans'>,
  chat: number,
): Promise<void> {
  const { cases, desks, queue, plans } = world
  const one = await cases.of(chat)
  if (one && one.state !== 'closed') await countEnded(world, chat, one, 'forgotten')
  if (one) await endTopics({ desks, queue }, chat, one)
  if (one) await stopClock({ plans }, chat, one)
  await cases.drop(chat)
}

/** Also of earlier cases, which the one that is known knows nothing of. */
async function endTopics(
  { desks, queue }: Pick<World, 'desks' | 'queue'>,
  chat: number,
  one: Case,
) {
  const isOpenUrgent = one.state !== 'closed' && isUrgent(one)
  for (const { id, group } of await desks.all())
    for (const topic of await desks.topics(group)) {
      if (topic.chat !== chat) continue
      const stays = isOpenUrgent && id === one.desk && topic.thread === one.thread
      const ending = { kind: 'end-topic', desk: id, thread: topic.thread } as const
      await queue.enqueue({ ...ending, ...(stays && { isUrgent: true }) })
    }
}
