import { ask } from '../firms/ask.ts'
import { nameOf } from '../place.ts'
import type { World } from '../ports/world.ts'
import { isBug } from '../trouble.ts'
import { checked } from '../turn/checked.ts'
import type { JobKind, JobOf } from './job.ts'
import { tell } from './tell.ts'

type Check = JobOf<'check'>

/**
 * Asks the registers, and feeds what they say to the talk as an input of its own. One at a time for a firm: what a hundred people
 * ask about is looked up once, the others find the fact. Whoever cannot be told now waits alone.
 */
export const check: JobKind<'check'> = {
  label: (job) => ({
    group: job.apart ? `chat#${job.asker.chat}` : groupOf(job),
    once: onceOf(job),
  }),
  run: async (world, job) => {
    const answer = await ask(world, job.question)
    const telling = checked(world, job.asker, answer).then((incoming) => tell(world, incoming))
    await telling.catch((error) => setApart(world, job, error))
  },
}

function groupOf({ question }: Check) {
  return `check#${question.by === 'number' ? question.number : `${question.country} ${question.name}`}`
}

function onceOf({ asker: { chat, update, nth, again, at }, apart }: Check) {
  return `check#${chat}#${update}#${nth}${again ? `#${at}` : ''}${apart ? '#apart' : ''}`
}

/** Asked again there, what they said is found in the table. Throws what was wrong where the queue takes it not. */
async function setApart({ queue, log }: World, job: Check, error: unknown) {
  if (job.apart || isBug(error)) throw error
  log('told-apart', { error: nameOf(error) })
  await queue.enqueue({ ...job, apart: true }).catch(() => {
    throw error
  })
}
