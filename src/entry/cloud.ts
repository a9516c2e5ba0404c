import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Charts } from '../app/ports/charts.ts'
import type { Register } from '../app/ports/firms.ts'
import type { Reader } from '../app/ports/pictures.ts'
import type { Queue } from '../app/ports/queue.ts'
import type { Log, World } from '../app/ports/world.ts'
import { openCompiled } from '../content/compiled.ts'
import { type Config, Misconfigured, readConfig, readPlace } from './config.ts'
import { createLog } from './log.ts'
import { readOwnSecrets } from './secrets.ts'
import { buildWorld } from './world.ts'

/** What a function of the cloud works with, opened once for all its invocations. */
export interface Cloud {
  config: Config
  world: World
}

/** What is a function's own. Registers are asked, pictures read and drawn by jobs alone, so the webhook need not load what does it. */
export interface Own {
  secrets: string[]
  registersOf: (config: Config) => Register[]
  readerOf: (config: Config, log: Log) => Reader
  charts: Charts
}

/** Asks nobody but the Parameter Store: neither Telegram nor the database is met before somebody writes. */
export async function openCloud(environment: NodeJS.ProcessEnv, own: Own): Promise<Cloud> {
  const config = readConfig({ ...environment, ...(await secretsOf(environment, own.secrets)) })
  const { BOT_TOKEN: token, TELEGRAM_API_ROOT: root, DYNAMODB_ENDPOINT: database } = config
  if (!token) throw new Misconfigured('BOT_TOKEN: the bot has none')
  const { content, open } = openCompiled(join(import.meta.dirname, 'content'))
  const log = createLog((line) => process.stdout.write(`${line}\n`))
  const world = buildWorld({
    config,
    content,
    locales: open,
    telegram: { token, root },
    database,
    firms: { registers: own.registersOf(config), readNumbers: lateNumbers },
    reader: own.readerOf(config, log),
    charts: own.charts,
    queue: lateQueue(config),
    now: () => new Date(),
    log,
  })
  return { config, world }
}

function secretsOf(environment: NodeJS.ProcessEnv, names: string[]) {
  const { SECRETS_PATH: path, SSM_ENDPOINT: endpoint, AWS_REGION: region } = readPlace(environment)
  return path ? readOwnSecrets({ path, endpoint, region }, names) : {}
}

/** A press reads no number; what that takes is read and run by the first text. */
const lateNumbers: World['readNumbers'] = (...asked) => {
  // The bundler makes a file of it beside this one. It is there at once, where an import would have to be awaited.
  const numbers: typeof import('../registers/numbers/read.ts') = beside('./numbers.mjs')
  return numbers.readNumbers(...asked)
}

const beside = createRequire(import.meta.url)

/** Few turns ask for work outside the turn, so SQS is loaded by the first that does. */
function lateQueue({ QUEUE_URL, SQS_ENDPOINT, AWS_REGION }: Config): Queue {
  let opened: Promise<Queue> | undefined
  const open = async () => {
    const [{ createLineClient, createQueue }, { labelOf }] = await Promise.all([
      import('../queue/queue.ts'),
      import('../app/jobs/jobs.ts'),
    ])
    if (!QUEUE_URL) throw new Misconfigured('QUEUE_URL: there is no queue for jobs')
    const client = createLineClient({
      region: AWS_REGION,
      ...(SQS_ENDPOINT && { endpoint: SQS_ENDPOINT }),
    })
    return createQueue({ client, url: QUEUE_URL }, labelOf)
  }
  return {
    enqueue: async (job) => {
      opened ??= open()
      await (await opened).enqueue(job)
    },
  }
}
