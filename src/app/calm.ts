import type { Log } from './ports/world.ts'

/** Milliseconds before the next try: doubled with each failure. */
const pause = { first: 500, longest: 10_000 }

/** Something that is tried for ever. The log tells when it begins to fail, when it fails otherwise and when it is back. */
export interface Tries {
  /** Milliseconds to wait before the next try. */
  failed: (error: string) => number
  succeeded: () => void
}

/**
 * `what` names it in the log, e.g. `queue-failed`, `queue-back`. It counts as back once the last failure is twice as long ago as
 * the pause after it, so that what only works now and then is neither hurried nor told again and again.
 */
export function newTries(what: string, log: Log, now: () => number): Tries {
  let last: { error: string; at: number; pauseMs: number } | undefined
  return {
    failed: (error) => {
      if (error !== last?.error) log(`${what}-failed`, { error })
      const pauseMs = last ? Math.min(last.pauseMs * 2, pause.longest) : pause.first
      last = { error, at: now(), pauseMs }
      return pauseMs
    },
    succeeded: () => {
      if (!last || now() - last.at < 2 * last.pauseMs) return
      log(`${what}-back`)
      last = undefined
    },
  }
}
