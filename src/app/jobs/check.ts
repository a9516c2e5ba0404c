import type { Answer } from '../../core/firm/firm.ts'
import { ask } from '../firms/ask.ts'
import { nameOf, placeOf } from '../place.ts'
import type { World } from '../ports/world.ts'
import { Gone, isBug } from '../trouble.ts'
import { checked } from '../turn/checked.ts'
import { handle } from '../turn/handle.ts'
import { saySorry } from '../words/sorry.ts'
import type { JobKind, JobOf } from './job.ts'

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
    await tell(world, job, answer).catch((error) => setApart(world, job, error))
  },
}

function groupOf({ question }: Check) {
  return `check#${question.by === 'number' ? question.number : `${question.country} ${question.name}`}`
}

function onceOf({ asker: { chat, update, nth, again, at }, apart }: Check) {
  return `check#${chat}#${update}#${nth}${again ? `#${at}` : ''}${apart ? '#apart' : ''}`
}

async function tell(world: World, { asker }: Check, answer: Answer) {
  const incoming = await checked(world, asker, answer)
  await handle(world, incoming).catch(async (error) => {
    if (!isBug(error) && !(error instanceof Gone)) throw error
    // A bug in one person's talk must not hold up others who ask about the same firm; they can ask again.
    if (error instanceof Gone) return world.log('person-gone')
    world.log('bug', { error: nameOf(error), at: placeOf(error) })
    return saySorry(world, incoming)
  })
}

/** Asked again there, what they said is found in the table. Throws what was wrong where the queue takes it not. */
async function setApart({ queue, log }: World, job: Check, error: unknown) {
  if (job.apart || isBug(error)) throw error
  log('told-apart', { error: nameOf(error) })
  await queue.enqueue({ ...job, apart: true }).catch(() => {
    throw error
  })
}
