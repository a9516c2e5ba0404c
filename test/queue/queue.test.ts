import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { labelOf } from '../../src/app/jobs/jobs.ts'
import type { Job } from '../../src/app/ports/queue.ts'
import { Busy } from '../../src/app/trouble.ts'
import { startQueue } from '../../src/entry/embedded.ts'
import { attempt, type Runner } from '../../src/queue/attempt.ts'
import { createLine } from '../../src/queue/create-line.ts'
import { createLineClient, createQueue, type Line } from '../../src/queue/queue.ts'
import { work } from '../../src/queue/work.ts'
import { jobs } from '../app/jobs/one-of-each.ts'

let engine: Awaited<ReturnType<typeof startQueue>>
beforeAll(async () => {
  engine = await startQueue()
})
afterAll(() => engine.stop())

let lines = 0

/** A line of its own with somebody at work, until the test is over. */
async function newWork(run: (job: Job) => Promise<void>) {
  const client = createLineClient({ endpoint: engine.endpoint })
  const line = await createLine(client, `line-${++lines}`)
  const log: string[] = []
  const stopping = new AbortController()
  const running = work({ line, run, log: (event) => log.push(event) }, stopping.signal)
  onTestFinished(async () => {
    stopping.abort()
    await running
  })
  return { line, log, queue: createQueue(line, labelOf) }
}

const until = (isSo: () => boolean) =>
  vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 10_000, interval: 5 })

function check(update: number, number = 'nip-7740001454'): Job {
  return {
    kind: 'check',
    question: { by: 'number', number, proves: 'firm' },
    asker: { chat: 7, update, at: 1_795_348_800_000, language: 'pl' },
  }
}

test('a job comes out as it went in', async () => {
  const done: Job[] = []
  const { queue } = await newWork(async (job) => void done.push(job))
  const all: Job[] = [check(1), ...Object.values(jobs)]
  for (const job of all) await queue.enqueue(job)
  await until(() => done.length === all.length)
  expect(done).toEqual(expect.arrayContaining(all))
})

test('its group fits into the alphabet of the queue, and says nothing of what it stands for', async () => {
  const client = createLineClient({ endpoint: engine.endpoint })
  const line = await createLine(client, `line-${++lines}`)
  await createQueue(line, labelOf).enqueue(jobs.check)
  const MessageSystemAttributeNames = ['MessageGroupId' as const]
  const request = { QueueUrl: line.url, MessageSystemAttributeNames }
  const { Messages = [] } = await client.send(new ReceiveMessageCommand(request))
  expect(Messages.map(({ Attributes }) => Attributes?.MessageGroupId)).toEqual([
    expect.stringMatching(/^[\w-]{20,128}$/),
  ])
})

test('the same job is done once, though a repeated turn asks twice', async () => {
  const done: Job[] = []
  const { queue } = await newWork(async (job) => void done.push(job))
  for (const update of [1, 1, 2]) await queue.enqueue(check(update))
  await until(() => done.length >= 2)
  expect(done).toEqual([check(1), check(2)])
})

test('people who ask about one firm are served one after the other', async () => {
  let atOnce = 0
  const most: number[] = []
  const { queue } = await newWork(async () => {
    most.push(++atOnce)
    await new Promise((resolve) => setTimeout(resolve, 20))
    atOnce--
  })
  for (let update = 1; update <= 5; update++) await queue.enqueue(check(update))
  await until(() => most.length === 5)
  expect(Math.max(...most)).toBe(1)
})

test('somebody who asks about another firm does not wait for them', async () => {
  const done: number[] = []
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const { queue } = await newWork(async (job) => {
    if (job.kind !== 'check') return
    if (job.asker.update === 1) await held
    done.push(job.asker.update)
  })
  await queue.enqueue(check(1))
  await queue.enqueue(check(2, 'orgnr-923609016'))
  await until(() => done.length === 1)
  release()
  await until(() => done.length === 2)
  expect(done).toEqual([2, 1])
})

test('what is put off comes again', async () => {
  let tries = 0
  const { queue } = await newWork(async () => {
    if (++tries === 1) throw new Busy(1, 'not yet')
  })
  await queue.enqueue(check(1))
  await until(() => tries === 2)
})

test('what fails is named by its kind and not by what it holds', async () => {
  const { queue, log } = await newWork(async () => {
    throw new Error('secret')
  })
  await queue.enqueue(check(1))
  await until(() => log.length > 0)
  expect(log).toEqual(['job-failed'])
})

test('what another version wrote is passed over', async () => {
  const done: Job[] = []
  const { line, queue, log } = await newWork(async (job) => void done.push(job))
  await send(line, '{"kind":"dance"}')
  await send(line, 'no json')
  await queue.enqueue(check(1))
  await until(() => done.length === 1 && log.length === 2)
  expect(log).toEqual(['job-unknown', 'job-unknown'])
})

test('a queue that is not there makes the turn come again', async () => {
  const client = createLineClient({ endpoint: 'http://127.0.0.1:1' })
  const queue = createQueue({ client, url: 'http://127.0.0.1:1/none.fifo' }, labelOf)
  await expect(queue.enqueue(check(1))).rejects.toThrow(Busy)
})

test('a queue that holds its answer back is given up soon', async () => {
  const { queue, stop } = await queueThatAnswers(() => {})
  await expect(queue.enqueue(check(1))).rejects.toThrow(Busy)
  await stop()
})

test.each(['AccessDeniedException', 'QueueDoesNotExist', 'InvalidMessageContents'])(
  '%s is no passing trouble',
  async (name) => {
    const { queue, stop } = await queueThatAnswers((response) =>
      response
        .writeHead(400, { 'content-type': 'application/x-amz-json-1.0' })
        .end(JSON.stringify({ __type: `com.amazonaws.sqs#${name}`, message: 'as it was wished' })),
    )
    await expect(queue.enqueue(check(1))).rejects.not.toThrow(Busy)
    await stop()
  },
)

test('a hidden chat is wiped on in the queue of its chat, and once', async () => {
  const done: Job[] = []
  const { queue } = await newWork(async (job) => void done.push(job))
  const wipe: Job = { kind: 'wipe', chat: 7, messages: [3, 2, 1], language: 'pl' }
  for (const job of [wipe, wipe]) await queue.enqueue(job)
  await queue.enqueue(check(1))
  await until(() => done.length >= 2)
  expect(done).toEqual(expect.arrayContaining([wipe, check(1)]))
})

test('what is put off says why', async () => {
  let tries = 0
  const reasons: unknown[] = []
  const run = async () => {
    if (++tries === 1) throw new Busy(1, 'not yet')
  }
  const log: Runner['log'] = (event, facts) => reasons.push([event, facts])
  await attempt({ run, log }, JSON.stringify(check(1)))
  expect(reasons).toEqual([['job-put-off', { kind: 'check', reason: 'not yet' }]])
})

/** A queue before a server that answers every request like this. */
async function queueThatAnswers(answer: (response: ServerResponse) => void) {
  const server = createServer((request, response) => {
    request.resume()
    answer(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const client = createLineClient({ endpoint })
  const stop = async () => {
    client.destroy()
    server.closeAllConnections()
    server.close()
  }
  return { queue: createQueue({ client, url: `${endpoint}/1/line.fifo` }, labelOf), stop }
}

function send({ client, url }: Line, body: string) {
  const id = `${body}-${lines}`.replaceAll(/\W/g, '')
  const request = {
    QueueUrl: url,
    MessageBody: body,
    MessageGroupId: 'x',
    MessageDeduplicationId: id,
  }
  return client.send(new SendMessageCommand(request))
}
