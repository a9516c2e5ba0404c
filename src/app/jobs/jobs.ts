import type { Job, Label } from '../ports/queue.ts'
import type { World } from '../ports/world.ts'
import { check } from './check.ts'
import { due } from './due.ts'
import type { JobKind, JobOf } from './job.ts'
import { read } from './read.ts'
import { refresh } from './refresh.ts'
import { rest } from './rest.ts'
import { wipe } from './wipe.ts'

const kinds: { [Kind in Job['kind']]: JobKind<Kind> } = { check, read, refresh, rest, wipe, due }

/** One job of the queue. Safe to repeat. Throws Busy when it should come again. */
export async function runJob<Kind extends Job['kind']>(
  world: World,
  job: JobOf<Kind> & { kind: Kind },
): Promise<void> {
  return kinds[job.kind].run(world, job)
}

/** Under which names a job lies in the queue. */
export function labelOf<Kind extends Job['kind']>(job: JobOf<Kind> & { kind: Kind }): Label {
  return kinds[job.kind].label(job)
}
