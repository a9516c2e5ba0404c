import type { Answer } from '../../core/firm/firm.ts'
import type { Chore } from '../../core/nature.ts'
import { bearsScreen } from '../carried.ts'
import { ownUpdate } from '../own-update.ts'
import type { Performance } from '../pending/performance.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Asker } from '../ports/queue.ts'
import type { Pending } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'

type Check = Extract<Chore, { kind: 'check' }>

/** Who asks what a turn asks the registers. */
export function askerOf(world: World, turn: Performance, check: Check): Asker {
  return { ...waiterOf(world, turn), nth: checksIn(turn.entry).indexOf(check) + 1 }
}

/** Who waits for what a turn has passed on. */
export function waiterOf({ now }: World, turn: Performance): Asker {
  const { chat, entry, language } = turn
  return {
    chat,
    update: entry.update,
    at: now().getTime(),
    ...(turn.repeated && { again: true }),
    ...(bearsScreen(turn) && { message: entry.message }),
    ...(language && { language }),
  }
}

/** What the registers say, as an input of its own. It turns the message that says "looking". */
export async function checked(world: World, asker: Asker, answer: Answer): Promise<Incoming> {
  const { chat, at, language } = asker
  return {
    update: answerTo(asker),
    chat,
    source: 'check',
    message: await lookingOf(world, asker),
    sentAt: Math.floor(at / 1000),
    ...(language && { language }),
    event: { kind: 'checked', answer },
  }
}

function checksIn({ effects }: Pending) {
  return effects.filter((effect) => effect.kind === 'check')
}

/** A release before wrote no `nth`; its repeats go by the id that it gave. */
function answerTo({ update, nth }: Asker) {
  return nth === undefined ? -update : ownUpdate(`check/${update}/${nth}`)
}

/** What says that it is at work. It stood before that was asked: sent and noted, or pressed. 0: it is gone. */
export async function lookingOf({ messages }: World, { chat, update, message = 0 }: Asker) {
  const seen = await messages.of(chat)
  // Also below the pressed one, where that could not be changed.
  return seen.findLast((one) => one.own && one.update === update)?.message ?? message
}
