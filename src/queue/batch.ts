import { ChangeMessageVisibilityCommand } from '@aws-sdk/client-sqs'
import * as z from 'zod'
import { attempt } from './attempt.ts'
import type { Work } from './work.ts'

/** What Lambda hands over of a message. */
const Records = z.array(
  z.object({
    messageId: z.string(),
    receiptHandle: z.string(),
    body: z.string(),
    attributes: z.object({ MessageGroupId: z.string().default('') }),
  }),
)
type Record = z.infer<typeof Records>[number]

/** Tells Lambda which messages stay in the queue; the others it deletes. */
export interface BatchAnswer {
  batchItemFailures: { itemIdentifier: string }[]
}

/** The jobs of one call. Groups go side by side; in a group that has failed nothing later is begun, or order is lost. */
export async function runBatch(work: Work, records: unknown): Promise<BatchAnswer> {
  const groups = Map.groupBy(Records.parse(records), ({ attributes }) => attributes.MessageGroupId)
  const failed = await Promise.all([...groups.values()].map((group) => runGroup(work, group)))
  return { batchItemFailures: failed.flat().map((itemIdentifier) => ({ itemIdentifier })) }
}

async function runGroup(work: Work, group: Record[]): Promise<string[]> {
  for (const [index, record] of group.entries()) {
    const again = await attempt(work, record.body)
    if (again === undefined) continue
    await putOff(work, record, again)
    return group.slice(index).map(({ messageId }) => messageId)
  }
  return []
}

async function putOff({ line, log }: Work, { receiptHandle }: Record, VisibilityTimeout: number) {
  const handle = { QueueUrl: line.url, ReceiptHandle: receiptHandle }
  const request = new ChangeMessageVisibilityCommand({ ...handle, VisibilityTimeout })
  await line.client.send(request).catch(() => log('job-not-noted'))
}
