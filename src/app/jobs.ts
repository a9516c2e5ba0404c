import { answer } from './answer.ts'
import { bring } from './due.ts'
import { handle } from './handle.ts'
import type { Asker, Job, World } from './ports.ts'
import { refresh } from './refresh.ts'
import { Busy, Gone, Stale } from './trouble.ts'

/** Longer than a turn can be at work: whoever has shown nothing by then shows nothing any more. */
const atWorkMs = 30_000

/** One job of the queue. Safe to repeat. Throws Busy when it should come again. */
export async function runJob(world: World, job: Job): Promise<void> {
  switch (job.kind) {
    case 'check':
      return check(world, job)
    case 'refresh':
      return refresh(world, job.register)
    case 'due':
      return bring(world, job)
    default:
      return job satisfies never
  }
}

/** Asks the registers, and feeds what they say to the talk as an input of its own. */
async function check(world: World, { question, asker }: Job & { kind: 'check' }) {
  const found = await answer(world, question)
  const { chat, update, language } = asker
  const message = await shownTo(world, asker)
  const sentAt = Math.floor(asker.at / 1000)
  const said = handle(world, {
    // Telegram's ids are positive, so an answer's cannot be one of them; it is the same when the job is repeated.
    update: -update,
    chat,
    source: 'check',
    message,
    sentAt,
    ...(language && { language }),
    event: { kind: 'checked', answer: found },
  })
  await said.catch((error) => {
    // A bug in one person's talk must not hold up others who ask about the same firm; they can ask again.
    if (error instanceof Busy || error instanceof Stale) throw error
    world.log(error instanceof Gone ? 'person-gone' : 'bug', { at: 'check' })
  })
}

/** The message that says "looking": pressed, or sent and noted by the turn that asked. 0: there is none to change. */
async function shownTo({ store, now }: World, { chat, update, message, at }: Asker) {
  if (message !== undefined) return message
  const seen = await store.seen(chat)
  const shown = seen.findLast((one) => one.own && one.update === update)
  if (shown) return shown.message
  if (now().getTime() - at < atWorkMs) throw new Busy(1, 'the question is not on the phone yet')
  return 0
}
