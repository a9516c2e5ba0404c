import { howToAsk, leastWeeks, mostWeeks, usualWeeks } from '../../core/report/words.ts'
import { reportParts } from '../ports/queue.ts'
import type { World } from '../ports/world.ts'
import { mayAct } from './conduct.ts'
import { type Here, reply } from './here.ts'

/** `/report`, `/report 26`: what the desk learns from its cases of so many weeks. It is made by jobs, one a message. */
export async function report(world: World, here: Here, words: string): Promise<void> {
  if ((await mayAct(world, here)) === undefined) return
  const typed = words.trim()
  const weeks = typed === '' ? usualWeeks : Number(typed)
  if (!/^\d*$/.test(typed) || weeks < leastWeeks || weeks > mostWeeks)
    return reply(world, here, howToAsk)
  const { group, thread, message, update } = here.incoming
  const where = { group, ...(thread !== undefined && { thread }) }
  // The day stands in the job, so that all parts are about the same weeks, whenever they are made.
  const day = world.now().toISOString().slice(0, 10)
  const asked = { desk: here.desk.id, ...where, message, update, day, weeks }
  for (const part of reportParts) await world.queue.enqueue({ kind: 'report', ...asked, part })
}
