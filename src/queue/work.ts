import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs'
import type { Job } from '../app/ports.ts'
import { Busy, Stale } from '../app/trouble.ts'
import { readJob } from './job.ts'
import type { Line } from './queue.ts'

export interface Work {
  line: Line
  run: (job: Job) => Promise<void>
  log: (event: string, facts?: Record<string, string | number | boolean>) => void
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

/** Done: away with it. Busy: again after so many seconds. A bug: SQS brings it again, and in the end to the dead letters. */
async function runOne({ line, run, log }: Work, { Body = '', ReceiptHandle }: Message) {
  const handle = { QueueUrl: line.url, ReceiptHandle }
  const job = readJob(Body)
  try {
    if (job) await run(job)
    else log('job-unknown')
    await line.client.send(new DeleteMessageCommand(handle))
  } catch (error) {
    const seconds = secondsAfter(error)
    if (seconds === undefined)
      log('job-failed', { kind: job?.kind ?? 'unknown', error: nameOf(error) })
    const VisibilityTimeout = seconds ?? 30
    const later = new ChangeMessageVisibilityCommand({ ...handle, VisibilityTimeout })
    await line.client.send(later).catch(() => log('job-not-put-off'))
  }
}

function secondsAfter(error: unknown) {
  if (error instanceof Busy) return Math.max(1, Math.ceil(error.seconds))
  return error instanceof Stale ? 1 : undefined
}

function nameOf(error: unknown) {
  return error instanceof Error ? error.name : 'unknown'
}
