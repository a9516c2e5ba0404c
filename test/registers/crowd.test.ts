import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { labelOf, runJob } from '../../src/app/jobs/jobs.ts'
import type { World } from '../../src/app/ports/world.ts'
import { startDatabase, startQueue } from '../../src/entry/embedded.ts'
import { createLine } from '../../src/queue/create-line.ts'
import { createLineClient, createQueue } from '../../src/queue/queue.ts'
import { work } from '../../src/queue/work.ts'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { createStore } from '../../src/store/store.ts'
import type { Table } from '../../src/store/table.ts'
import { type Bot, newBot, type Person } from '../bot.ts'
import { newTable, scan } from '../store/engines.ts'
import { openTrial, type Trial } from './trial.ts'

let trial: Trial
let database: Awaited<ReturnType<typeof startDatabase>>
let queue: Awaited<ReturnType<typeof startQueue>>
beforeAll(async () => {
  ;[trial, database, queue] = await Promise.all([openTrial(), startDatabase(), startQueue()])
})
afterEach(() => {
  trial.standIns.be('well')
  trial.standIns.asked.length = 0
})
afterAll(() => Promise.all([trial.standIns.stop(), database.stop(), queue.stop()]))

let lines = 0

/** The whole bot over HTTP, with a real table, a real queue and the played registers. */
async function newHouse() {
  const client = createLineClient({ endpoint: queue.endpoint })
  const line = await createLine(client, `crowd-${++lines}`)
  let table: Table | undefined
  const outside: Partial<World> = {
    registers: trial.registers,
    readNumbers,
    queue: createQueue(line, labelOf),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }
  const bot = await newBot({
    outside,
    store: async (now) => {
      table = await newTable(database.endpoint, now)
      return createStore(table)
    },
  })
  const stopping = new AbortController()
  const running = work(
    { line, run: (job) => runJob(bot.world, job), log: bot.world.log },
    stopping.signal,
  )
  onTestFinished(async () => {
    stopping.abort()
    await running
  })
  const items = async () => (table ? scan(table) : [])
  return { bot, items }
}

/** Types the number of a firm and waits for nothing. */
async function asks(bot: Bot, typed: string): Promise<Person> {
  const person = await bot.reader()
  await person.says('/start employer')
  await person.taps('number')
  await person.says(typed)
  await person.taps('unknown')
  return person
}

/** The card has come, and the screen after it. */
function isAnswered(person: Person) {
  return !['employer.check', 'employer.name', 'employer.number'].includes(person.at() ?? '')
}

const firms = [
  'NIP 7740001454',
  'NIP 5260251049',
  'NIP 7342867148',
  'NIP 9990000014',
  'NIP 9990000020',
  'NIP 9999999982',
  'KRS 0000106150',
  'orgnr 923609016',
  'IČO 64608212',
  'SIREN 356000000',
]

test('a hundred people who ask about ten firms at once cause one lookup of each', async () => {
  const { bot } = await newHouse()
  const people = await Promise.all(
    Array.from({ length: 100 }, (_, count) => asks(bot, firms[count % firms.length] ?? '')),
  )
  await bot.until(() => people.every(isAnswered))
  const paths = trial.standIns.asked.map(({ path }) => path)
  const twice = paths.filter((path, index) => paths.indexOf(path) !== index)
  expect(twice).toEqual([])
}, 60_000)

describe('a register that answers after half a minute', () => {
  test('leaves nobody waiting for it', async () => {
    const { bot } = await newHouse()
    trial.standIns.be('slow')
    const person = await asks(bot, 'orgnr 923609016')
    await bot.until(() => isAnswered(person))
    expect(person.at()).toBe('employer.later')
  }, 30_000)

  test('does not stand before SOS', async () => {
    const { bot } = await newHouse()
    trial.standIns.be('slow')
    const person = await asks(bot, 'orgnr 923609016')
    await person.taps('sos')
    expect(person.at()).toBe('sos.now')
  }, 30_000)
})

test("no person's name, number or home reaches the table, a log or a screen", async () => {
  const { bot, items } = await newHouse()
  const typed = [...firms, 'NIP 9990000043', 'KRS 0001268296', 'KRS 0009990005']
  const people = await Promise.all(typed.map((one) => asks(bot, one)))
  await bot.until(() => people.every(isAnswered))
  const seen = [
    JSON.stringify(await items()),
    bot.lines.join('\n'),
    JSON.stringify(people.map((person) => person.chat())),
  ].join('\n')
  const personal = /przykładowsk|wzorcow|kowalski|zbysław|\b0{8}\d{3}\b|prywatna/i
  expect(seen.match(personal)).toBeNull()
}, 60_000)
