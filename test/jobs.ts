import { labelOf, runJob } from '../src/app/jobs/jobs.ts'
import type { Job, Queue } from '../src/app/ports/queue.ts'
import type { World } from '../src/app/ports/world.ts'
import { Busy, Stale } from '../src/app/trouble.ts'

/**
 * A queue in this process: one job at a time in each group, in order, the same one once. What has no time comes again soon; what breaks is
 * told when it is waited for.
 */
export function newJobs(worldOf: () => World) {
  const groups = new Map<string, Job[]>()
  const known = new Set<string>()
  const bugs: unknown[] = []
  const done: Job[] = []
  let open = 0
  const serve = async (group: string, jobs: Job[]) => {
    open++
    for (let job = jobs[0]; job; job = jobs[0]) {
      if (await isDone(job)) {
        done.push(job)
        jobs.shift()
      } else await new Promise((resolve) => setTimeout(resolve, 20))
    }
    groups.delete(group)
    open--
  }
  const isDone = async (job: Job) => {
    try {
      await runJob(worldOf(), job)
      return true
    } catch (error) {
      if (error instanceof Busy || error instanceof Stale) return false
      bugs.push(error)
      return true
    }
  }
  const queue: Queue = {
    enqueue: async (job) => {
      const { group, once } = labelOf(job)
      if (known.has(once)) return
      known.add(once)
      const jobs = groups.get(group)
      if (jobs) jobs.push(job)
      else {
        const line = [job]
        groups.set(group, line)
        void serve(group, line)
      }
    },
  }
  return {
    queue,
    done,
    /** Runs a job as SQS may: once more. */
    again: (job: Job) => runJob(worldOf(), job),
    isIdle: () => open === 0,
    /** Waits until nothing is left to do. Throws what has broken. */
    settled: async () => {
      while (open > 0) await new Promise((resolve) => setTimeout(resolve, 2))
      const [bug] = bugs
      if (bug) throw bug
    },
  }
}
