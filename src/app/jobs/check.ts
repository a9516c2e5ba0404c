import type { Answer } from '../../core/firm/firm.ts'
import { ask } from '../firms/ask.ts'
import { nameOf, placeOf } from '../place.ts'
import type { World } from '../ports/world.ts'
import { Gone, isBug } from '../trouble.ts'
import { checked } from '../turn/checked.ts'
import { handle } from '../turn/handle.ts'
import { saySorry } from '../words/sorry.ts'
import type { JobKind, JobOf } from './job.ts'

/**
 * Asks the registers, and feeds what they say to the talk as an input of its own. One at a time for a firm: what a hundred people
 * ask about is looked up once, the others find the fact.
 */
export const check: JobKind<'check'> = {
  label: ({ question, asker }) => ({
    group: `check#${question.by === 'number' ? question.number : `${question.country} ${question.name}`}`,
    once: `check#${asker.chat}#${asker.update}#${asker.nth}${asker.again ? `#${asker.at}` : ''}`,
  }),
  run: async (world, job) => tell(world, job, await ask(world, job.question)),
}

async function tell(world: World, { asker }: JobOf<'check'>, answer: Answer) {
  const incoming = await checked(world, asker, answer)
  await handle(world, incoming).catch(async (error) => {
    if (!isBug(error) && !(error instanceof Gone)) throw error
    // A bug in one person's talk must not hold up others who ask about the same firm; they can ask again.
    if (error instanceof Gone) return world.log('person-gone')
    world.log('bug', { error: nameOf(error), at: placeOf(error) })
    return saySorry(world, incoming)
  })
}
