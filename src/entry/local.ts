import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Api, GrammyError, HttpError } from 'grammy/web'
import { labelOf, runJob } from '../app/jobs/jobs.ts'
import type { World } from '../app/ports/world.ts'
import { inPackages } from '../charts/place.ts'
import { loadOrThrow } from '../content/load.ts'
import { bookOf } from '../core/scan/book.ts'
import { createLine } from '../queue/create-line.ts'
import { createLineClient, createQueue } from '../queue/queue.ts'
import { work } from '../queue/work.ts'
import { createReader } from '../reader/reader.ts'
import { standIns } from '../simulator/registers/list.ts'
import { startStandIns } from '../simulator/registers/stand-ins.ts'
import { startSimulator } from '../simulator/start.ts'
import { createTable } from '../store/create-table.ts'
import { createClient } from '../store/store.ts'
import { connect } from '../telegram/connect.ts'
import { isHeldByWebhook, poll } from '../telegram/polling.ts'
import { type Config, Misconfigured, readConfig } from './config.ts'
import { duties } from './duties.ts'
import { startDatabase, startQueue } from './embedded.ts'
import { createFirms } from './firms.ts'
import { lateCharts } from './late-charts.ts'
import { createLog } from './log.ts'
import { takerOf } from './taker.ts'
import { buildWorld } from './world.ts'

const root = join(import.meta.dirname, '../..')

const realTime = () => new Date()

/** Seconds that the poll may take, of which Telegram holds back 25; and the first greeting. */
const patience = { poll: 40, greeting: 8 }

/** `npm start`: the bot on this machine. Without a token it brings its own Telegram, with a page to talk on. */
async function main() {
  const config = readConfig(process.env)
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  const database = config.DYNAMODB_ENDPOINT
    ? { endpoint: config.DYNAMODB_ENDPOINT, stop: async () => {} }
    : await openDatabase(config.DATA_DIR)
  const queue = await openQueue(config)
  const telegram = await startTelegram(config)
  await greet(connect(telegram, patience.greeting), telegram.root)
  await createTable(createClient({ endpoint: database.endpoint }), config.TABLE_NAME)
  const { content, locales } = loadOrThrow(root)
  // Now, so that the first message does not wait for it.
  bookOf(content)
  const played = await playRegisters(config)
  const reader = createReader()
  const parts = buildWorld({
    config,
    content,
    locales,
    telegram,
    database: database.endpoint,
    firms: createFirms(config, played?.url),
    reader,
    charts: lateCharts(inPackages()),
    queue: createQueue(queue.line, labelOf),
    now: telegram.now,
    log: createLog(),
  })
  // Telegram gives updates to one poller at a time, so whatever was begun before has died with its process.
  const world = { ...parts, aloneSince: telegram.now() }
  const { signal } = stopping
  const running = [
    poll({ api: connect(telegram, patience.poll), ...takerOf(world) }, signal),
    work({ line: queue.line, run: (job) => runJob(world, job), log: world.log }, signal),
    // Each apart: a register that is slow must not hold up what people wait for.
    ...Object.values(duties).map((duty) =>
      everyMinute(world, duty, { signal, onForward: telegram.onForward }),
    ),
  ]
  console.log(telegram.welcome)
  // Where one cannot go on, all come to their end.
  for (const one of running) one.catch(() => stopping.abort())
  await Promise.allSettled(running)
  await reader.stop()
  await telegram.stop()
  await played?.stop()
  await queue.stop()
  await database.stop()
  await Promise.all(running).catch((error) => {
    throw isHeldByWebhook(error) ? new Misconfigured(heldByWebhook(telegram.root)) : error
  })
}

function heldByWebhook(root: string) {
  return [
    'BOT_TOKEN: a webhook takes the updates of this bot, perhaps a stage that is deployed, so none would come here.',
    'Take another token of BotFather for this machine. Or take the webhook away, and that stage falls silent:',
    `  curl "${root}/bot$BOT_TOKEN/deleteWebhook"`,
    'npm run setup sets it again.',
  ].join('\n')
}

/** `npm start -- --stand-ins`: registers that we play, so that a newcomer sees a check without any network. */
async function playRegisters({ BOT_TOKEN }: Config) {
  const { values } = parseArgs({ options: { 'stand-ins': { type: 'boolean', default: false } } })
  if (!values['stand-ins']) return undefined
  if (BOT_TOKEN)
    throw new Misconfigured('--stand-ins: played registers must not answer people on real Telegram')
  console.log('  Registers are played, e.g. NIP 7740001454, NIP 9990000020, KRAZ 99001.')
  return startStandIns(standIns)
}

interface Clock {
  signal: AbortSignal
  /** Tells when the simulator's clock was moved on. */
  onForward: (listener: () => void) => void
}

/** What the clock brings, in the cloud called by a rule; right after the clock was moved on, too. */
async function everyMinute(world: World, duty: (world: World) => Promise<void>, clock: Clock) {
  let forwarded = new AbortController()
  clock.onForward(() => forwarded.abort())
  while (!clock.signal.aborted) {
    forwarded = new AbortController()
    await duty(world).catch(() => world.log('tick-failed'))
    const signal = AbortSignal.any([clock.signal, forwarded.signal])
    await pause(60_000, undefined, { signal }).catch(() => undefined)
  }
}

/** The operator's queue, or one in this process; with a folder its jobs outlive the process. */
async function openQueue({ SQS_ENDPOINT, QUEUE_URL, DATA_DIR }: Config) {
  if (QUEUE_URL) {
    const client = createLineClient(SQS_ENDPOINT ? { endpoint: SQS_ENDPOINT } : {})
    return { line: { client, url: QUEUE_URL }, stop: async () => {} }
  }
  const embedded = await startQueue(DATA_DIR && join(DATA_DIR, 'queue'))
  const client = createLineClient({ endpoint: embedded.endpoint })
  return { line: await createLine(client, 'before-you-go'), stop: embedded.stop }
}

/** The engine itself ends the process where its folder is a file. */
function openDatabase(folder?: string) {
  try {
    if (folder) mkdirSync(folder, { recursive: true })
  } catch {
    throw new Misconfigured(`DATA_DIR: ${folder} is no folder that can be written to`)
  }
  return startDatabase(folder)
}

/** What cannot go well is said at once; where nobody answers, polling tries again until somebody does. */
async function greet(api: Api, root: string) {
  try {
    await api.getMe()
    const { url } = await api.getWebhookInfo()
    if (url) throw new Misconfigured(heldByWebhook(root))
  } catch (error) {
    if (error instanceof Misconfigured) throw error
    if (error instanceof HttpError) console.error(`Nobody answers at ${root} yet; trying on.`)
    if (!(error instanceof GrammyError) || error.error_code !== 401) return
    throw new Misconfigured(
      'BOT_TOKEN: Telegram does not know this token; BotFather has the right one',
    )
  }
}

/** Telegram itself, or our own when nobody gave a token. */
async function startTelegram({ BOT_TOKEN, TELEGRAM_API_ROOT, PORT }: Config) {
  if (BOT_TOKEN) {
    const welcome = `Talking with ${new URL(TELEGRAM_API_ROOT).host} by long polling. Stop with Ctrl+C.`
    return {
      token: BOT_TOKEN,
      root: TELEGRAM_API_ROOT,
      now: realTime,
      welcome,
      onForward: () => {},
      stop: async () => {},
    }
  }
  const simulator = await startSimulator({ port: PORT, page: true }).catch((error: Error) => {
    throw new Misconfigured(`PORT: ${PORT} cannot be used (${error.message}); choose another`)
  })
  const welcome = `\n  Open ${simulator.url} and talk with the bot. Stop with Ctrl+C.\n`
  const { token, url, clock } = simulator
  const onForward = (listener: () => void) =>
    void simulator.subscribe(({ type }) => type === 'clock' && listener())
  return { token, root: url, now: clock.now, welcome, onForward, stop: () => simulator.stop() }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Misconfigured ? error.message : error)
    process.exit(1)
  },
)
