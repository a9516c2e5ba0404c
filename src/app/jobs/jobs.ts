import type { Job, Label } from '../ports/queue.ts'
import type { World } from '../ports/world.ts'
import { caseCardJob } from './case-card.ts'
import { caseDue } from './case-due.ts'
import { check } from './check.ts'
import { complaint } from './complaint.ts'
import { deskNews } from './desk-news.ts'
import { due } from './due.ts'
import { endTopic } from './end-topic.ts'
import type { JobKind, JobOf } from './job.ts'
import { openCaseTopic } from './open-case.ts'
import { read } from './read.ts'
import { refresh } from './refresh.ts'
import { relay } from './relay.ts'
import { reportJob } from './report.ts'
import { rest } from './rest.ts'
import { reveal } from './reveal.ts'
import { takeBack } from './take-back.ts'
import { wipe } from './wipe.ts'

const kinds: { [Kind in Job['kind']]: JobKind<Kind> } = {
  check,
  read,
  refresh,
  rest,
  wipe,
  due,
  'case-due': caseDue,
  'open-case': openCaseTopic,
  relay,
  reveal,
  'take-back': takeBack,
  'case-card': caseCardJob,
  'end-topic': endTopic,
  complaint,
  report: reportJob,
  'desk-news': deskNews,
}

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
