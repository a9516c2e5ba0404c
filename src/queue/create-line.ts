import { CreateQueueCommand, GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { Line } from './queue.ts'

/** Longer than any job takes. */
const visibilitySeconds = 90

/** A job that fails so often goes to the dead letters, where an alarm finds it. */
export const receivedAtMost = 40

/** Creates the queue and its dead letters in an embedded engine, as the stack does in the cloud. */
export async function createLine(client: SQSClient, name: string): Promise<Line> {
  const dead = await create(client, `${name}-dead.fifo`)
  const asked = new GetQueueAttributesCommand({ QueueUrl: dead, AttributeNames: ['QueueArn'] })
  const { Attributes } = await client.send(asked)
  const url = await create(client, `${name}.fifo`, {
    VisibilityTimeout: String(visibilitySeconds),
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: Attributes?.QueueArn,
      maxReceiveCount: receivedAtMost,
    }),
  })
  return { client, url }
}

async function create(client: SQSClient, QueueName: string, more: Record<string, string> = {}) {
  const Attributes = { FifoQueue: 'true', ...more }
  const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName, Attributes }))
  if (!QueueUrl) throw new Error(`the queue ${QueueName} has no address`)
  return QueueUrl
}
