import type { Case } from '../../core/case.ts'
import { changeCase } from '../cases/change.ts'
import { lineOf, type Opened, pinCard, withoutTopic, withTopic } from '../cases/topic.ts'
import type { World } from '../ports/world.ts'

/** So many messages of the person stand in a topic that is made anew. */
const broughtAgain = 5

/** Whose topic it is, and the message that is on its way there; 0: none. */
interface Bringing {
  chat: number
  desk: string
  message: number
  update: number
}

/** A topic that is gone gets another one in its place, with a line that says so; undefined: the case is no more. */
export async function remake(
  world: World,
  job: Bringing,
  { group, thread }: Pick<Opened, 'group' | 'thread'>,
): Promise<Opened | undefined> {
  const { chat, desk, update } = job
  world.log('topic-lost')
  await world.desks.dropTopic(group, thread)
  const left = await world.cases.of(chat)
  if (!left) return undefined
  // In the same line, so it comes behind this job, which may break off anywhere and be repeated.
  await world.queue.enqueue({ kind: 'case-card', chat, desk, update, line: lineOf(left) })
  const bare = await changeCase(world, chat, (one) => ({ ...withoutTopic(one), isAnew: true }))
  return bare && ready(world, job, bare)
}

/** With its topic, and in one that is made anew what the person wrote last. */
export async function ready(world: World, job: Bringing, one: Case): Promise<Opened | undefined> {
  const opened = await withTopic(world, job.chat, one)
  if (!opened?.isAnew) return opened
  await pinCard(world, opened)
  await bringAgain(world, opened, job)
  await changeCase(world, job.chat, ({ isAnew: _, ...now }) => now)
  return opened
}

/**
 * What the person wrote last stands in the new topic once more: the desk goes on from there, and what Telegram has put elsewhere in silence
 * while the topic was going is not lost.
 */
async function bringAgain(
  { cases, room }: World,
  { group, thread, card = 0 }: Opened,
  job: Bringing,
) {
  const { chat, message: now } = job
  const written = (await cases.pairs(chat, 'chat')).filter((one) => one.copiedAt === undefined)
  const last = written.filter((one) => one.chat !== now).toSorted((a, b) => a.chat - b.chat)
  for (const { chat: message, topic, update } of last.slice(-broughtAgain)) {
    // A try that broke off has brought it.
    if (topic > card) continue
    const copied = await room.copy({ from: { chat, message }, to: { chat: group, thread } })
    if (typeof copied === 'number') await cases.pair(chat, { chat: message, topic: copied, update })
  }
}
