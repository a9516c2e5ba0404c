import { Duration, type Stack } from 'aws-cdk-lib'
import {
  DeduplicationScope,
  FifoThroughputLimit,
  Queue,
  QueueEncryption,
  type QueueProps,
} from 'aws-cdk-lib/aws-sqs'

/** How long the worker may take: a broadcast's longest job. */
export const longestJob = Duration.seconds(75)

/**
 * AWS advises six times the worker's time, for calls that are throttled. Here the mapping takes no more jobs than may run at once,
 * and each is safe to repeat; but when a worker dies the group waits so long, and whoever asked: 90 seconds, not 450.
 */
const visibility = longestJob.plus(Duration.seconds(15))

/** As the queue on a developer's machine: a job that is put off for a busy hour must not end among the dead letters. */
const receivedAtMost = 40

export interface Jobs {
  queue: Queue
  dead: Queue
}

/** Work that need not be done within a turn: in order within each group, side by side otherwise. */
export function createJobs(stack: Stack): Jobs {
  const common: QueueProps = {
    fifo: true,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  }
  const dead = new Queue(stack, 'DeadLetters', common)
  const queue = new Queue(stack, 'Jobs', {
    ...common,
    retentionPeriod: Duration.days(4),
    visibilityTimeout: visibility,
    deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
    fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
    deadLetterQueue: { queue: dead, maxReceiveCount: receivedAtMost },
  })
  return { queue, dead }
}
