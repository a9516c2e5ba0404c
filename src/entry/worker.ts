import { runJob } from '../app/jobs/jobs.ts'
import { inFolder } from '../charts/place.ts'
import { runBatch } from '../queue/batch.ts'
import { createLineClient } from '../queue/queue.ts'
import { registerIds } from '../registers/list.ts'
import { openCloud } from './cloud.ts'
import { Misconfigured } from './config.ts'
import { doDuties } from './duties.ts'
import { lateCharts } from './late-charts.ts'
import { lateReader } from './late-reader.ts'
import { workerSecrets } from './own-secrets.ts'
import { registersFrom } from './registers-from.ts'

const own = {
  secrets: workerSecrets(registerIds),
  registersOf: registersFrom,
  readerOf: lateReader,
  charts: lateCharts(inFolder(import.meta.dirname)),
}
const { config, world } = await openCloud(process.env, own)
const { QUEUE_URL: url, SQS_ENDPOINT: endpoint, AWS_REGION: region } = config
if (!url) throw new Misconfigured('QUEUE_URL: there is no queue to take jobs from')
const line = { client: createLineClient({ region, ...(endpoint && { endpoint }) }), url }

/** The function that jobs and the clock call: jobs come as records, the clock with nothing. */
export const handler = async (event: { Records?: unknown }) => {
  if (event.Records === undefined) return doDuties(world)
  const run = {
    line,
    run: (job: Parameters<typeof runJob>[1]) => runJob(world, job),
    log: world.log,
  }
  return runBatch(run, event.Records)
}
