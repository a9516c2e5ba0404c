import { Duration, type Stack } from 'aws-cdk-lib'
import {
  DeduplicationScope,
  FifoThroughputLimit,
  Queue,
  QueueEncryption,
  type QueueProps,
} from 'aws-cdk-lib/aws-sqs'

/** Longer than the worker may take. */
const visibility = Duration.seconds(90)

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
