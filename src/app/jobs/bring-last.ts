import type { Case } from '../../core/case.ts'
import { sayBeside } from '../cases/say-beside.ts'
import type { World } from '../ports/world.ts'
import { Lost } from '../trouble.ts'
import type { JobOf } from './job.ts'

type Relaying = JobOf<'relay'>

/** A word about a talk that is over stands in its topic, which is closed; where that is gone no other is opened for it. */
export async function bringLast(world: World, job: Relaying, one: Case): Promise<void> {
  const { chat, message, update } = job
  const copied = await copy(world, job, one)
  if (typeof copied !== 'number') return sayUnpassed(world, job, one)
  await world.cases.pair(chat, { chat: message, topic: copied, update })
  await world.room.mark(chat, message, 'arrived')
}

async function copy({ room, log }: World, { chat, message }: Relaying, { group, thread }: Case) {
  if (thread === undefined) return 'gone'
  try {
    return await room.copy({ from: { chat, message }, to: { chat: group, thread } })
  } catch (error) {
    if (!(error instanceof Lost)) throw error
    log('topic-lost', { what: error.what })
    return 'gone'
  }
}

/** Who wrote it hears that nobody reads it. */
export async function sayUnpassed(
  world: World,
  { chat, message, update }: Pick<Relaying, 'chat' | 'message' | 'update'>,
  one: Case | undefined,
): Promise<void> {
  await world.room.mark(chat, message, 'failed')
  if (one) await sayBeside(world, { chat, update, language: one.language }, 'unpassed')
}
