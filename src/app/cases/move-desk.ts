import type { Case } from '../../core/case.ts'
import type { CaseTopic } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { changeCase } from './change.ts'

type Moving = Pick<World, 'desks' | 'cases' | 'queue' | 'log'>

/**
 * The group of a desk lives on under another number. Its topics stay behind, so each open case gets one anew, by the next word of its person
 * at the latest; of cases that are over nothing can be reached any more. Safe to repeat.
 */
export async function moveDesk(world: Moving, id: string, group: number): Promise<void> {
  const { desks, queue, log } = world
  const desk = await desks.get(id)
  if (!desk || desk.isClosed || desk.group === group) return
  log('desk-moved')
  const moved: { chat: number; update: number }[] = []
  for (const topic of await desks.topics(desk.group)) {
    const one = await leaveTopic(world, { id, group }, topic)
    if (one && topic.chat !== undefined) moved.push({ chat: topic.chat, update: one.id })
    await desks.dropTopic(desk.group, topic.thread)
  }
  await desks.move(id, group)
  for (const of of moved) {
    await queue.enqueue({ kind: 'open-case', ...of, desk: id, movedTo: group })
    await queue.enqueue({ kind: 'case-card', ...of, desk: id, line: 'moved' })
  }
}

async function leaveTopic(
  world: Moving,
  { id, group }: { id: string; group: number },
  { chat, thread, until }: CaseTopic,
): Promise<Case | undefined> {
  if (chat === undefined || until !== undefined) return undefined
  return changeCase(world, chat, (one) => {
    if (one.desk !== id || one.thread !== thread) return undefined
    const { thread: _, card: __, ...bare } = one
    return { ...bare, group }
  })
}
