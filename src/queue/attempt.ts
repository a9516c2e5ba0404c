import { nameOf, placeOf } from '../app/place.ts'
import type { Job } from '../app/ports/queue.ts'
import type { Log } from '../app/ports/world.ts'
import { Busy, Stale } from '../app/trouble.ts'
import { readJob } from './job.ts'

export interface Runner {
  run: (job: Job) => Promise<void>
  log: Log
}

/** SQS brings it again after so many seconds, and in the end to the dead letters. */
const afterBug = 30

/** One try of a job: undefined when it is done, otherwise after how many seconds it should come again. */
export async function attempt({ run, log }: Runner, body: string): Promise<number | undefined> {
  const job = readJob(body)
  try {
    if (job) await run(job)
    else log('job-unknown')
    return undefined
  } catch (error) {
    const kind = job?.kind ?? 'unknown'
    if (error instanceof Busy || error instanceof Stale) {
      log('job-put-off', { kind, reason: error.message })
      return error instanceof Busy ? Math.max(1, Math.ceil(error.seconds)) : 1
    }
    log('job-failed', { kind, error: nameOf(error), at: placeOf(error) })
    return afterBug
  }
}
