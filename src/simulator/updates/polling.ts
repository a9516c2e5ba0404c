import { Refusal } from '../wire/refusal.ts'
import { confirmBefore, keepLast, takeUpdates, type Update, type Updates } from './updates.ts'

/** The one long poll that may wait. */
export interface Polling {
  updates: Updates
  waiting?: { wake(): void; refuse(refusal: Refusal): void }
}

export interface Poll {
  offset: number
  limit: number
  timeoutSeconds: number
  /** Aborted when the bot hangs up. */
  signal: AbortSignal
}

export function newPolling(updates: Updates): Polling {
  const polling: Polling = { updates }
  updates.onArrival.add(() => polling.waiting?.wake())
  return polling
}

/** What waits from the offset on, again and again until a later offset confirms it. */
export async function poll(polling: Polling, wish: Poll): Promise<Update[]> {
  const { updates } = polling
  endPoll(
    polling,
    'terminated by other getUpdates request; make sure that only one bot instance is running',
  )
  if (wish.offset < 0) keepLast(updates, -wish.offset)
  else confirmBefore(updates, wish.offset)
  const ready = takeUpdates(updates, wish.offset, wish.limit)
  if (ready.length > 0 || wish.timeoutSeconds === 0) return ready
  await arrival(polling, wish)
  return wish.signal.aborted ? [] : takeUpdates(updates, wish.offset, wish.limit)
}

/** Ends a waiting poll with a 409. */
export function endPoll(polling: Polling, reason: string): void {
  polling.waiting?.refuse(new Refusal(409, `Conflict: ${reason}`))
}

async function arrival(polling: Polling, { timeoutSeconds, signal }: Poll): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const waiting = { wake: () => resolve(), refuse: reject }
  polling.waiting = waiting
  const callOff = polling.updates.clock.after(timeoutSeconds * 1000, resolve)
  signal.addEventListener('abort', () => resolve(), { once: true })
  try {
    await promise
  } finally {
    callOff()
    if (polling.waiting === waiting) delete polling.waiting
  }
}
