import { ask } from '../firms/ask.ts'
import { atWorkMs } from '../pending/pending.ts'
import { nameOf, placeOf } from '../place.ts'
import type { Asker } from '../ports/queue.ts'
import type { World } from '../ports/world.ts'
import { Busy, Gone, isBug } from '../trouble.ts'
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
    once: `check#${asker.chat}#${asker.update}`,
  }),
  run: async (world, job) => {
    const found = await ask(world, job.question)
    return tell(world, job, found)
  },
}

async function tell(
  world: World,
  { asker }: JobOf<'check'>,
  found: Awaited<ReturnType<typeof ask>>,
) {
  const message = await shownTo(world, asker)
  const incoming = checked({ ...asker, message }, found)
  await handle(world, incoming).catch(async (error) => {
    if (!isBug(error) && !(error instanceof Gone)) throw error
    // A bug in one person's talk must not hold up others who ask about the same firm; they can ask again.
    if (error instanceof Gone) return world.log('person-gone')
    world.log('bug', { error: nameOf(error), at: placeOf(error) })
    return saySorry(world, incoming)
  })
}

/** The message that says "looking": pressed, or sent and noted by the turn that asked. 0: there is none to change. */
async function shownTo({ messages, now }: World, { chat, update, message, at }: Asker) {
  const seen = await messages.of(chat)
  // Also below the pressed one, where that could not be changed.
  const shown = seen.findLast((one) => one.own && one.update === update)
  if (shown) return shown.message
  if (message !== undefined) return message
  if (now().getTime() - at < atWorkMs.usually)
    throw new Busy(1, 'the question is not on the phone yet')
  return 0
}
