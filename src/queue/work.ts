import { setTimeout as sleep } from 'node:timers/promises'
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs'
import { newTries, type Tries } from '../app/calm.ts'
import { nameOf } from '../app/place.ts'
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
  const tries = newTries('queue', task.log, Date.now)
  while (!signal.aborted) {
    for (const message of await receive(task, tries, signal)) {
      const doing = runOne(task, message).finally(() => open.delete(doing))
      open.add(doing)
    }
    if (open.size >= takenAtOnce) await Promise.race(open)
  }
  await Promise.all(open)
}

async function receive({ line }: Work, tries: Tries, signal: AbortSignal): Promise<Message[]> {
  const request = new ReceiveMessageCommand({
    QueueUrl: line.url,
    MaxNumberOfMessages: takenAtOnce,
    WaitTimeSeconds: waitSeconds,
  })
  try {
    const { Messages = [] } = await line.client.send(request, { abortSignal: signal })
    tries.succeeded()
    return Messages
  } catch (error) {
    if (signal.aborted) return []
    await sleep(tries.failed(nameOf(error)), undefined, { signal }).catch(() => undefined)
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
