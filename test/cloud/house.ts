import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inject } from 'vitest'
import { labelOf } from '../../src/app/jobs/jobs.ts'
import type { Job } from '../../src/app/ports/queue.ts'
import type { Store } from '../../src/app/ports/world.ts'
import { startDatabase, startQueue } from '../../src/entry/embedded.ts'
import type { Call, Reply } from '../../src/entry/function-url.ts'
import { type Handler, serveInvocations } from '../../src/entry/lambda.ts'
import { startParameters } from '../../src/entry/parameters.ts'
import type { BatchAnswer } from '../../src/queue/batch.ts'
import { createLine } from '../../src/queue/create-line.ts'
import { createLineClient, createQueue, type Line } from '../../src/queue/queue.ts'
import { standIns } from '../../src/simulator/registers/list.ts'
import { type StandIns, startStandIns } from '../../src/simulator/registers/stand-ins.ts'
import { createTable } from '../../src/store/create-table.ts'
import { createClient, createStore } from '../../src/store/store.ts'
import type { Table } from '../../src/store/table.ts'

/** The account of an operator, played on this machine. */
export interface House {
  table: Table
  store: Store
  line: Line
  enqueue: (job: Job) => Promise<void>
  /** The registers as we play them, to put them into a mood. */
  registers: StandIns
  /** Puts one more secret beside the others. */
  putSecret: (name: string, value: string) => void
  /** Which secrets were asked for by name, request by request. */
  askedSecrets: () => string[][]
  /** What the functions find in their environment. */
  environment: Record<string, string>
  stop(): Promise<void>
}

export const secret = 'the-secret-of-the-webhook'
const idKey = 'a key for tests only'
/** Signs the codes of desks. */
export const deskKey = 'another key for tests only'

/** Every house of a test file stands on the same ground; each has a table, a queue and secrets of its own. */
async function startGround() {
  const secrets: Record<string, string> = {}
  const [database, queue, registers, parameters, lambda] = await Promise.all([
    startDatabase(),
    startQueue(),
    startStandIns(standIns),
    startParameters(secrets),
    serveInvocations({ reader }),
  ])
  return { database, queue, registers, parameters, lambda, secrets }
}
/** The bundle of the reader; its models are loaded by the first picture. */
const reader: Handler<unknown, unknown> = async (event) => {
  const { handler } = await import(
    /* @vite-ignore */ `${pathToFileURL(join(inject('reader'), 'reader.mjs'))}`
  )
  return handler(event)
}

let ground: ReturnType<typeof startGround> | undefined
let houses = 0

export async function startHouse(
  telegram: { url: string; token: string },
  now: () => Date,
): Promise<House> {
  ground ??= startGround()
  const { database, queue, registers, parameters, lambda, secrets } = await ground
  const name = `house-${++houses}`
  const path = `/before-you-go/${name}`
  Object.assign(secrets, {
    [`${path}/BOT_TOKEN`]: telegram.token,
    [`${path}/WEBHOOK_SECRET`]: secret,
    [`${path}/ID_KEY`]: idKey,
    [`${path}/DESK_KEY`]: deskKey,
  })
  registers.be('well')
  const client = createClient({ endpoint: database.endpoint })
  const table = { client, name, idKey, now }
  await createTable(client, table.name)
  const line = await createLine(createLineClient({ endpoint: queue.endpoint }), name)
  return {
    table,
    store: createStore(table),
    line,
    enqueue: createQueue(line, labelOf).enqueue,
    registers,
    putSecret: (name, value) => {
      secrets[`${path}/${name}`] = value
    },
    askedSecrets: () => {
      const own = parameters.asked.filter(([name]) => name?.startsWith(`${path}/`))
      return own.map((names) => names.map((name) => name.slice(path.length + 1)))
    },
    environment: {
      // Only on this machine a stand-in may answer in place of a register.
      STAGE: 'local',
      ...Object.fromEntries(standIns.map(({ id }) => [`REGISTER_${id}_URL`, registers.url])),
      SECRETS_PATH: path,
      SSM_ENDPOINT: parameters.endpoint,
      TELEGRAM_API_ROOT: telegram.url,
      DYNAMODB_ENDPOINT: database.endpoint,
      TABLE_NAME: table.name,
      SQS_ENDPOINT: queue.endpoint,
      QUEUE_URL: line.url,
      LAMBDA_ENDPOINT: lambda.url,
      READER_NAME: 'reader',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
    stop: async () => {
      client.destroy()
      line.client.destroy()
    },
  }
}

export interface Functions {
  /** What they wrote into the log. */
  lines: string[]
  webhook: (call: Call) => Promise<Reply>
  worker: (event: object) => Promise<BatchAnswer | undefined>
}

let starts = 0
let starting: Promise<unknown> = Promise.resolve()

/** The functions of a bundle, started cold: each time anew, one after the other, because they share an environment. */
export function startFunctions(
  folder: string,
  environment: Record<string, string>,
): Promise<Functions> {
  const start = async () => {
    Object.assign(process.env, environment)
    const [webhook, worker] = await Promise.all([load('webhook'), load('worker')])
    return { webhook: webhook.handler, worker: worker.handler, lines: listen() }
  }
  const load = (name: string) => {
    const file = pathToFileURL(join(folder, `${name}.mjs`))
    return import(/* @vite-ignore */ `${file}?start=${++starts}`)
  }
  const started = starting.then(start)
  starting = started.catch(() => undefined)
  return started
}

const own = process.stdout.write.bind(process.stdout)

/** From now on the log lines of this process come here instead of the screen. */
function listen() {
  const lines: string[] = []
  process.stdout.write = (chunk: Uint8Array | string, ...more: unknown[]) => {
    const text = String(chunk)
    if (!text.startsWith('{"event"')) return Reflect.apply(own, process.stdout, [chunk, ...more])
    return lines.push(...text.trimEnd().split('\n')) > 0
  }
  return lines
}
