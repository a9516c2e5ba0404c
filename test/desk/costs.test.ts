import { afterAll, beforeAll, expect, test } from 'vitest'
import { runJob } from '../../src/app/jobs/jobs.ts'
import type { Job } from '../../src/app/ports/queue.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createStore } from '../../src/store/store.ts'
import { newLine } from '../line.ts'
import { type Engine, newTable } from '../store/engines.ts'
import { newCase } from './new-case.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startDatabase()
})
afterAll(() => engine.stop())

/** A case that is taken, whose next jobs wait to be counted. */
async function newCounted() {
  const { endpoint, done } = await newLine(engine.endpoint, () => false)
  const store = async (now: () => Date) => createStore(await newTable(endpoint, now))
  const talk = await newCase({ store })
  const { desk, thread, jobs, bot } = talk
  await desk.presses(desk.second, 'take', thread)
  const waiting: Job[] = []
  jobs.queue.enqueue = async (job) => void waiting.push(job)
  /** What each job that waits asks of the database. */
  const asked = async () => {
    const each: Partial<Record<Job['kind'], string[]>> = {}
    for (const job of waiting.splice(0)) {
      done.splice(0)
      await runJob(bot.world, job)
      each[job.kind] = done.splice(0)
    }
    return each
  }
  return { ...talk, asked }
}

/** The last of them writes both sides of a pair: two write units (`test/store/calls.test.ts`). */
const relayed = { relay: ['BatchGetItem', 'GetItem', 'BatchWriteItem'] }

test('a word of the person is one job of two reads and one write', async () => {
  const { person, asked } = await newCounted()
  await person.says('Czy to prawda?')
  const { relay = [], ...others } = await asked()
  expect([relay.toSorted(), others]).toEqual([relayed.relay.toSorted(), {}])
})

test('a word of the desk is one job of two reads and one write', async () => {
  const { desk, thread, asked } = await newCounted()
  await desk.says(desk.second, 'Dzień dobry', thread)
  await asked()
  await desk.says(desk.second, 'Sprawdzam', thread)
  const { relay = [], ...others } = await asked()
  expect([relay.toSorted(), others]).toEqual([relayed.relay.toSorted(), {}])
})

test('the first word of the desk is noted in the case: one read and one write more, once', async () => {
  const { desk, thread, asked } = await newCounted()
  await desk.says(desk.second, 'Dzień dobry', thread)
  expect((await asked()).relay?.slice(-2)).toEqual(['GetItem', 'PutItem'])
})
