import type { ByKind } from '../../core/by-kind.ts'
import type { Job, Label } from '../ports/queue.ts'
import type { World } from '../ports/world.ts'

/** A job by its kind. */
export type JobOf<Kind extends Job['kind']> = ByKind<Job>[Kind]

/** Everything that a kind of job answers about itself. */
export interface JobKind<Kind extends Job['kind']> {
  label: (job: JobOf<Kind>) => Label
  /** Safe to repeat. Throws Busy when it should come again. */
  run: (world: World, job: JobOf<Kind>) => Promise<void>
}
