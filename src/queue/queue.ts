import { createHash } from 'node:crypto'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { patiently } from '../app/patience.ts'
import type { Job, Label, Queue } from '../app/ports/queue.ts'
import { Busy } from '../app/trouble.ts'
import { isPassing } from '../aws/passing.ts'

/** Where jobs lie: one FIFO queue. */
export interface Line {
  client: SQSClient
  url: string
}

/** Milliseconds for a job to be taken, with all tries. */
const patienceMs = 5000

/** Jobs in order within their group, side by side otherwise; the same job within five minutes is taken once. */
export function createQueue({ client, url }: Line, labelOf: (job: Job) => Label): Queue {
  return {
    enqueue: async (job) => {
      const { group, once } = labelOf(job)
      const request = new SendMessageCommand({
        QueueUrl: url,
        MessageBody: JSON.stringify(job),
        MessageGroupId: hash(group),
        MessageDeduplicationId: hash(once),
      })
      // A person waits for it: where the queue does not answer they are told so.
      const asking = patiently(patienceMs, (abortSignal) => client.send(request, { abortSignal }))
      await asking.catch((error) => {
        throw isPassing(error) ? new Busy(2, 'the queue has no time') : error
      })
    },
  }
}

export function createLineClient(options: { endpoint?: string; region?: string } = {}): SQSClient {
  const { endpoint, region = 'eu-central-1' } = options
  const local = endpoint && {
    endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }
  return new SQSClient({
    region,
    maxAttempts: 3,
    // On this machine a connection is late only where everything is.
    requestHandler: { connectionTimeout: local ? 0 : 1000, socketTimeout: 25_000 },
    ...local,
  })
}

/** Fits into SQS's alphabet and length, and says nothing of what it stands for. */
function hash(text: string) {
  return createHash('sha256').update(text).digest('base64url')
}
