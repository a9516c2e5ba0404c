import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Job } from '../../src/app/ports/queue.ts'
import { Busy } from '../../src/app/trouble.ts'
import { startQueue } from '../../src/entry/embedded.ts'
import { runBatch } from '../../src/queue/batch.ts'
import { createLine } from '../../src/queue/create-line.ts'
import { createLineClient, type Line } from '../../src/queue/queue.ts'

let engine: Awaited<ReturnType<typeof startQueue>>
let line: Line
beforeAll(async () => {
  engine = await startQueue()
  line = await createLine(createLineClient({ endpoint: engine.endpoint }), 'jobs')
})
afterAll(async () => {
  line.client.destroy()
  await engine.stop()
})

/** A batch as Lambda hands it over: `group` and the register that a job is about, which says how it ends. */
async function given(jobs: [group: string, register: string][]) {
  const begun: string[] = []
  const run = async (job: Job) => {
    const name = job.kind === 'refresh' ? job.register : ''
    begun.push(name)
    if (name.startsWith('busy')) throw new Busy(7, 'no time')
    if (name.startsWith('broken')) throw new TypeError('a bug')
  }
  const records = jobs.map(([group, register], index) => ({
    messageId: `${register}-${index}`,
    receiptHandle: 'a-handle',
    body: JSON.stringify({ kind: 'refresh', register }),
    attributes: { MessageGroupId: group },
  }))
  const { batchItemFailures } = await runBatch({ line, run, log: () => {} }, records)
  return { begun, stays: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) }
}

test('what is done leaves the queue', async () => {
  expect(await given([['a', 'one']])).toEqual({ begun: ['one'], stays: [] })
})

test.each(['busy', 'broken'])('what is %s stays', async (how) => {
  expect((await given([['a', how]])).stays).toEqual([`${how}-0`])
})

test('behind a job that stays nothing of its group is begun', async () => {
  const { begun, stays } = await given([
    ['a', 'one'],
    ['a', 'busy'],
    ['a', 'two'],
  ])
  expect([begun, stays]).toEqual([
    ['one', 'busy'],
    ['busy-1', 'two-2'],
  ])
})

test('other groups go on', async () => {
  const { begun, stays } = await given([
    ['a', 'busy'],
    ['b', 'one'],
  ])
  expect([begun, stays]).toEqual([['busy', 'one'], ['busy-0']])
})

test('a job that this version does not know is dropped', async () => {
  const record = { messageId: '1', receiptHandle: 'x', body: '{"kind":"new"}', attributes: {} }
  const log: string[] = []
  const work = { line, run: async () => {}, log: (event: string) => void log.push(event) }
  expect([await runBatch(work, [record]), log]).toEqual([
    { batchItemFailures: [] },
    ['job-unknown'],
  ])
})
