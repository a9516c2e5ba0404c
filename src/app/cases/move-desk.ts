import type { Case } from '../../core/case.ts'
import type { CaseLine } from '../../core/desk/lines.ts'
import type { CaseTopic } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { changeCase } from './change.ts'
import { noteCopies } from './copies.ts'
import { lineOf, withoutTopic } from './topic.ts'

type Moving = Pick<World, 'desks' | 'cases' | 'messages' | 'queue' | 'log'>

/**
 * The group of a desk lives on under another number. Its topics stay behind, so each open case gets one anew, by the next word of its person
 * at the latest; of cases that are over nothing can be reached any more. Safe to repeat.
 */
export async function moveDesk(world: Moving, id: string, group: number): Promise<void> {
  const { desks, queue, log } = world
  const desk = await desks.get(id)
  if (!desk || desk.isClosed || desk.group === group) return
  log('desk-moved')
  const moved: { chat: number; update: number; line: CaseLine }[] = []
  for (const topic of await desks.topics(desk.group)) {
    const one = await leaveTopic(world, { id, group }, topic)
    if (one && topic.chat !== undefined) {
      await leavePairs(world, topic.chat)
      moved.push({ chat: topic.chat, update: one.id, line: lineOf(one) })
    }
    await desks.dropTopic(desk.group, topic.thread)
  }
  await desks.move(id, group)
  for (const { line, ...of } of moved) {
    await queue.enqueue({ kind: 'open-case', ...of, desk: id, movedTo: group })
    await queue.enqueue({ kind: 'case-card', ...of, desk: id, line })
  }
}

/** The new group counts its messages anew. */
async function leavePairs(world: Moving, chat: number): Promise<void> {
  const { cases } = world
  await noteCopies(world, chat)
  for (const side of ['chat', 'topic'] as const)
    for (const pair of await cases.pairs(chat, side)) await cases.unpair(chat, pair)
}

/** Returns the case as it was. */
async function leaveTopic(
  world: Moving,
  { id, group }: { id: string; group: number },
  { chat, thread, until }: CaseTopic,
): Promise<Case | undefined> {
  if (chat === undefined || until !== undefined) return undefined
  let left: Case | undefined
  await changeCase(world, chat, (one) => {
    left = one.desk === id && one.thread === thread ? one : undefined
    return left && { ...withoutTopic(left), group }
  })
  return left
}
