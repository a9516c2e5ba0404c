import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import prices from '../infra/prices.json' with { type: 'json' }
import { bundle } from '../src/entry/bundle.ts'
import type { Counted } from './ground.ts'
import { deskKey, measureCase, millionTaken } from './one-case.ts'
import { measureReading, millionPictures, type Reading } from './one-picture.ts'

/** Dollars for a million presses at the prices of us-east-1, log included. */
const goal = 1.25

/** Dollars that one picture may cost. */
const goalOfPicture = 0.0002

/** As many again go the same way before: a function is warm after its first hundreds. */
const people = 150

/** The calmest counts: where others use the machine too, a processor's time grows with what they do. */
const rounds = 4
const secret = 'the-secret-of-the-bench'
const { assumed, regions } = prices
const nothing: Counted = {
  reads: 0,
  writes: 0,
  readUnits: 0,
  writeUnits: 0,
  telegramCalls: 0,
  telegramBytes: 0,
}
type Price = (typeof regions)['us-east-1']

/** What an update takes: counted, except the milliseconds of waiting, which are assumed. */
interface Taken extends Counted {
  processorMs: number
  logBytes: number
}

/** `npm run cost`: what the bot costs, from calls and bytes that are counted in the bundle and one dated list of prices. */
async function main() {
  const reading = await measureReading()
  const { press, typed, word, whole } = await measure()
  show('a press', press)
  show('a typed answer', typed)
  show('a picture, one processor', reading)
  show('a word that is passed on', word)
  show('a case: topic, card, take, close', whole)
  for (const [name, price] of Object.entries(regions)) {
    console.log(`\n${name}, prices of ${prices.asOf}, dollars`)
    const [one, other] = [million(press, price), million(typed, price)]
    for (const [what, dollars] of Object.entries(one)) line(`  ${what}`, dollars)
    const presses = total(one)
    line('a million presses', presses)
    line('a million typed answers', total(other))
    const mixed = 0.8 * presses + 0.2 * total(other)
    line('a million, 20 % typed', mixed)
    const pictures = millionPictures(reading, price)
    for (const [what, dollars] of Object.entries(pictures)) line(`  ${what}`, dollars)
    line('a million pictures', total(pictures))
    line('a million words that are passed on', total(millionTaken(word, price)))
    line('a thousand cases, without words', total(millionTaken(whole, price)) / 1000)
    line('beside it, egress of a million presses', egress(press, price) * 1e6)
    for (const count of [100_000, 1_000_000])
      line(`a broadcast to ${count}`, broadcast(count, price))
    for (const count of [1000, 100_000, 1_000_000])
      line(
        `a month with ${count} people`,
        month(count, { mixed, pictures: total(pictures) }, price),
      )
  }
  const reached = total(million(press, regions['us-east-1']))
  console.log(`\n${reached <= goal ? 'reached' : 'missed'}: ${reached.toFixed(2)} of ${goal}`)
  const picture = total(millionPictures(reading, regions['us-east-1'])) / 1e6
  const isCheap = picture <= goalOfPicture
  console.log(
    `${isCheap ? 'reached' : 'missed'}: ${picture.toFixed(6)} of ${goalOfPicture} a picture`,
  )
  return reached <= goal && isCheap
}

function million(taken: Taken, price: Price): Record<string, number> {
  return {
    'requests of Lambda': price.lambdaRequest * 1e6,
    computing: gigabyteSeconds(taken) * price.lambdaGigabyteSecond * 1e6,
    'reads of the table': taken.readUnits * price.readUnit * 1e6,
    'writes of the table': taken.writeUnits * price.writeUnit * 1e6,
    'log, ingested': (taken.logBytes / 1e9) * price.logGigabyte * 1e6,
  }
}

/** 256 MB have 256/1769 of a processor; the calls to Telegram go side by side, the table's one after the other. */
function gigabyteSeconds({ reads, writes, telegramCalls, processorMs }: Taken) {
  const waiting =
    reads * assumed.readMs + writes * assumed.writeMs + (telegramCalls > 0 ? assumed.telegramMs : 0)
  const ms = waiting + processorMs * (1769 / 256) + assumed.coldShare * assumed.coldMs
  return 0.25 * (ms / 1000)
}

function egress({ telegramBytes }: Taken, price: Price) {
  return (telegramBytes / 1e9) * price.egressGigabyte
}

/**
 * After the design, because broadcasts are not built yet: chunks of 25 with a query and two writes each, one worker that
 * waits for Telegram's 30 a second, a job a minute.
 */
function broadcast(count: number, price: Price) {
  const [chunks, seconds] = [count / 25, count / assumed.broadcastPerSecond]
  const table = chunks * (2 * price.readUnit + 2 * price.writeUnit)
  const jobs = (seconds / 60) * (3 * price.queueRequest + price.lambdaRequest)
  return table + jobs + seconds * 0.5 * price.lambdaGigabyteSecond
}

/** Without any free tier: updates, pictures, the clock's ticks, what is stored and backed up, the key, the alarms beyond ten. */
function month(count: number, million: { mixed: number; pictures: number }, price: Price) {
  const updates = ((count * assumed.updatesPerPersonMonth) / 1e6) * million.mixed
  const pictures = ((count * assumed.picturesPerPersonMonth) / 1e6) * million.pictures
  const ticks =
    43_200 * (price.lambdaRequest + 0.5 * 0.05 * price.lambdaGigabyteSecond + 3 * price.readUnit)
  const gigabytes = (count * 3000) / 1e9
  const stored = gigabytes * (price.storedGigabyteMonth + price.backupGigabyteMonth)
  return updates + pictures + ticks + stored + price.keyMonth + 8 * price.alarmMonth
}

async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'cost-'))
  await bundle(folder)
  const ground = new Worker(new URL('./ground.ts', import.meta.url))
  const hear = () => new Promise((resolve) => ground.once('message', resolve))
  Object.assign(process.env, await hear(), {
    STAGE: 'local',
    BOT_TOKEN: '1:x',
    WEBHOOK_SECRET: secret,
    DESK_KEY: deskKey,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  })
  const { handler } = await import(`${pathToFileURL(join(folder, 'webhook.mjs'))}`)
  const log = listenToLog()
  const each = async (steps: Step[], first = 1) => {
    for (let person = first; person < first + people; person++)
      for (const step of steps) await deliver(handler, updateOf(person, step))
  }
  const taken = async (steps: Step[], first = 1): Promise<Taken> => {
    ground.postMessage('count')
    await hear()
    log.bytes = 0
    const used = process.threadCpuUsage()
    await each(steps, first)
    const { user, system } = process.threadCpuUsage(used)
    ground.postMessage('count')
    const all = {
      ...nothing,
      ...Object(await hear()),
      processorMs: (user + system) / 1000,
      logBytes: log.bytes,
    }
    return perUpdate(all, people * steps.length)
  }
  await each([...arrival, ...presses, ...typing], people + 1)
  await each(arrival)
  const press = await taken(presses)
  for (let round = 1; round < rounds; round++) {
    const from = 10_000 * round
    await each(arrival, from)
    const { processorMs } = await taken(presses, from)
    press.processorMs = Math.min(press.processorMs, processorMs)
  }
  await each(typing.slice(0, 1))
  const typed = await taken(typing.slice(1))
  const count = async (work: () => Promise<void>) => {
    ground.postMessage('count')
    await hear()
    log.bytes = 0
    await work()
    ground.postMessage('count')
    return { ...nothing, ...Object(await hear()), logBytes: log.bytes }
  }
  const webhook = (given: object) => deliver(handler, given)
  const { word, whole } = await measureCase({ folder, webhook, count })
  log.stop()
  await ground.terminate()
  rmSync(folder, { recursive: true })
  return { press, typed, word, whole }
}

type Step = { press: string } | { typed: string }

/** The way to the first question of an offer check, and from there to the last one. */
const arrival: Step[] = [
  { typed: '/start offer' },
  { press: 'start.language.pl' },
  { press: 'start.welcome.next' },
  { press: 'start.kept.next' },
]
const presses: Step[] = [
  'country.DE',
  'found-through.advert',
  'employer.yes',
  'work.yes',
  'pay.similar',
  'fee.yes',
  'debt.no',
  'hurry.no',
  'contract.before',
  'photos.no',
  'secret.no',
].map((answer) => ({ press: `offer.${answer}` }))

const typing: Step[] = [{ typed: '/start offer' }, { typed: 'Niemcy' }]

let update = 800_000_000

function deliver(handler: (call: object) => Promise<object>, given: object) {
  const headers = { 'x-telegram-bot-api-secret-token': secret }
  return handler({ headers, body: JSON.stringify(given) })
}

function updateOf(person: number, step: Step) {
  const id = 7_000_000_000 + person
  const from = { id, is_bot: false, first_name: 'Ola', language_code: 'pl' }
  const chat = { id, type: 'private', first_name: 'Ola' }
  const message = { message_id: 101, date: Math.floor(Date.now() / 1000), chat }
  const screen = { ...message, text: 'Czy ktoś chce od Ciebie pieniędzy za tę pracę?' }
  return {
    update_id: ++update,
    ...('press' in step
      ? { callback_query: { id: String(update), from, message: screen, data: step.press } }
      : { message: { ...message, from, text: step.typed, ...commandIn(step.typed) } }),
  }
}

function commandIn(text: string) {
  const length = /^\/\w+/.exec(text)?.[0].length
  return length ? { entities: [{ type: 'bot_command', offset: 0, length }] } : {}
}

/** CloudWatch adds 26 bytes to each line. */
function listenToLog() {
  const write = process.stdout.write.bind(process.stdout)
  const log = { bytes: 0, stop: () => Object.assign(process.stdout, { write }) }
  Object.assign(process.stdout, {
    write: (chunk: string | Uint8Array) => {
      if (!String(chunk).startsWith('{"event"')) return write(chunk)
      log.bytes += chunk.length + 26
      return true
    },
  })
  return log
}

function perUpdate(all: Taken, updates: number): Taken {
  const per = (sum: number) => sum / updates
  return {
    reads: per(all.reads),
    writes: per(all.writes),
    readUnits: per(all.readUnits),
    writeUnits: per(all.writeUnits),
    telegramCalls: per(all.telegramCalls),
    telegramBytes: per(all.telegramBytes),
    processorMs: per(all.processorMs),
    logBytes: per(all.logBytes),
  }
}

function show(what: string, taken: Taken | Reading) {
  const figures = Object.entries(taken).map(([name, value]) => `${name} ${value.toFixed(2)}`)
  console.log(`${what}: ${figures.join(', ')}`)
}

function total(parts: Record<string, number>) {
  return Object.values(parts).reduce((sum, part) => sum + part, 0)
}

function line(what: string, dollars: number) {
  console.log(`${what.padEnd(42)} ${dollars.toFixed(3).padStart(10)}`)
}

process.exitCode = (await main()) ? 0 : 1
