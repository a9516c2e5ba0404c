import { newHands } from './hands.ts'

/** What is done at once. Hands of their own, so that nobody in a talk waits for people who type elsewhere. */
const atOnce = 4

/** Whatever comes of more people than these at the same time is not answered. */
const peopleAtMost = 1000

/** Takes an update, and the name of its queue. */
export type Pass<Update> = (queue: string, update: Update) => void

/**
 * Updates that the next of the same person makes needless, such as what somebody types letter by letter. While one of theirs is
 * answered only the newest waits; none is repeated, and after a stop none is begun.
 */
export function newPassing<Update>(
  deliver: (update: Update) => Promise<unknown>,
  signal: AbortSignal,
): Pass<Update> {
  const newest = new Map<string, Update>()
  const hands = newHands(atOnce)
  const answer = async (queue: string) => {
    let update: Update | undefined
    do {
      await hands.take()
      update = newest.get(queue)
      if (update && !signal.aborted) await deliver(update)
      hands.give()
    } while (newest.get(queue) !== update)
    newest.delete(queue)
  }
  return (queue, update) => {
    const isAtWork = newest.has(queue)
    if (!isAtWork && newest.size >= peopleAtMost) return
    newest.set(queue, update)
    if (!isAtWork) void answer(queue)
  }
}
