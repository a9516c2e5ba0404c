import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs'
import { attempt, type Runner } from './attempt.ts'
import type { Line } from './queue.ts'

export interface Work extends Runner {
  line: Line
}

/** SQS holds an empty answer back so long. */
const waitSeconds = 5

/** Jobs that are taken at once; SQS hands out one of each group. */
const takenAtOnce = 10

/** What the worker function does in the cloud, as a loop on this machine: until it is told to stop. */
export async function work(task: Work, signal: AbortSignal): Promise<void> {
  const open = new Set<Promise<void>>()
  while (!signal.aborted) {
    for (const message of await receive(task, signal)) {
      const doing = runOne(task, message).finally(() => open.delete(doing))
      open.add(doing)
    }
    if (open.size >= takenAtOnce) await Promise.race(open)
  }
  await Promise.all(open)
}

async function receive({ line, log }: Work, signal: AbortSignal): Promise<Message[]> {
  const request = new ReceiveMessageCommand({
    QueueUrl: line.url,
    MaxNumberOfMessages: takenAtOnce,
    WaitTimeSeconds: waitSeconds,
  })
  try {
    const { Messages = [] } = await line.client.send(request, { abortSignal: signal })
    return Messages
  } catch (error) {
    if (signal.aborted) return []
    log('queue-failed', { error: error instanceof Error ? error.name : 'unknown' })
    return []
  }
}

async function runOne({ line, run, log }: Work, { Body = '', ReceiptHandle }: Message) {
  const handle = { QueueUrl: line.url, ReceiptHandle }
  const again = await attempt({ run, log }, Body)
  const noting =
    again === undefined
      ? line.client.send(new DeleteMessageCommand(handle))
      : line.client.send(
          new ChangeMessageVisibilityCommand({ ...handle, VisibilityTimeout: again }),
        )
  await noting.catch(() => log('job-not-noted'))
}
