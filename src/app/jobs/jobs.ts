import { voiceFor } from '../../core/voice.ts'
import { wipe } from '../endings/wipe.ts'
import { answer } from '../firms/ask.ts'
import { refresh } from '../firms/refresh.ts'
import { isWeighty, standing } from '../pending/pending.ts'
import { nameOf, placeOf } from '../place.ts'
import type { Asker, Job } from '../ports/queue.ts'
import type { Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { Busy, Gone, isBug } from '../trouble.ts'
import { checked } from '../turn/checked.ts'
import { handle } from '../turn/handle.ts'
import { finishLeftOvers } from '../turn/left-overs.ts'
import { saySorry } from '../words/sorry.ts'
import { bring } from './due.ts'

/** Longer than a turn can be at work: whoever has shown nothing by then shows nothing any more. */
const atWorkMs = 30_000

/** Whatever has no time now may have some then. */
const restSeconds = 60

/** Below what the worker may take in all. */
const wipingMs = 40_000

/** One job of the queue. Safe to repeat. Throws Busy when it should come again. */
export async function runJob(world: World, job: Job): Promise<void> {
  switch (job.kind) {
    case 'check':
      return check(world, job)
    case 'refresh':
      return refresh(world, job.register)
    case 'rest':
      return rest(world, job)
    case 'wipe':
      return wipeOn(world, job)
    case 'due':
      return bring(world, job)
    default:
      return job satisfies never
  }
}

/** Asks the registers, and feeds what they say to the talk as an input of its own. */
async function check(world: World, { question, asker }: Job & { kind: 'check' }) {
  const found = await answer(world, question)
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
  if (now().getTime() - at < atWorkMs) throw new Busy(1, 'the question is not on the phone yet')
  return 0
}

/** Does what was left undone, without waiting for another input. Throws Busy while something still has no time. */
async function rest(world: World, { chat, update, language }: Job & { kind: 'rest' }) {
  const talk = await world.talks.load(chat)
  if (!talk) return
  const beside = { chat, update: -1, source: 'due', message: 0, sentAt: 0 } as const
  const ends = await finishLeftOvers(world, talk, { ...beside, ...(language && { language }) })
  if (ends.includes('waits') || isUndone(await world.talks.load(chat), update))
    throw new Busy(restSeconds, 'what was left undone has no time yet')
}

function isUndone(talk: Talk | undefined, update: number) {
  const left = talk && standing(talk, update)
  return left !== undefined && isWeighty(left)
}

/** Blanks on where /hide had no more time. */
async function wipeOn(world: World, { chat, messages, language }: Job & { kind: 'wipe' }) {
  const seen = (await world.messages.of(chat)).filter(({ message }) => messages.includes(message))
  const to = { chat, voice: voiceFor(world.content, { language }) }
  const { left, busy } = await wipe(world, to, { seen, most: seen.length, ms: wipingMs })
  if (busy) throw busy
  if (left.length > 0) await world.queue.enqueue({ kind: 'wipe', chat, messages: left })
}
