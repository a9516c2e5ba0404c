import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs'
import { expect, test } from 'vitest'
import { Busy, Stale } from '../../src/app/trouble.ts'
import { attempt } from '../../src/queue/attempt.ts'
import { runBatch } from '../../src/queue/batch.ts'

const body = JSON.stringify({ kind: 'refresh', register: 'CZ_AGENCIES' })

const fails = (error: Error) => ({
  run: async () => {
    throw error
  },
  log: () => {},
})

test.each([
  ['has no time', 8, new Busy(7.2, 'a test wants it')],
  ['has no time for a moment', 1, new Busy(0, 'a test wants it')],
  ['meets somebody who was quicker', 1, new Stale()],
  ['is a bug', 30, new TypeError('a test wants it')],
])('a job that %s comes again after %d s', async (_why, seconds, error) => {
  expect(await attempt(fails(error), body)).toBe(seconds)
})

test('what stays in the queue is hidden there for as long as it asks', async () => {
  const asked: (number | undefined)[] = []
  const send = async (command: object) => {
    if (command instanceof ChangeMessageVisibilityCommand)
      asked.push(command.input.VisibilityTimeout)
  }
  const client = Object.create(SQSClient.prototype, { send: { value: send } })
  const record = { messageId: '1', receiptHandle: 'a-handle', body, attributes: {} }
  const work = { line: { client, url: 'a-line' }, ...fails(new Busy(7, 'a test wants it')) }
  await runBatch(work, [record])
  expect(asked).toEqual([7])
})
