import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Api } from 'grammy/web'
import type { World } from '../src/app/ports/world.ts'
import { openCompiled, writeCompiled } from '../src/content/compiled.ts'
import { loadOrThrow } from '../src/content/load.ts'
import { createWords } from '../src/content/words.ts'
import { createGate } from '../src/entry/function-url.ts'
import { noCharts } from '../src/entry/no-charts.ts'
import { noReader } from '../src/entry/no-reader.ts'
import { noRoom } from '../src/entry/no-room.ts'
import { readNumbers } from '../src/registers/numbers/read.ts'
import { createMemoryStore } from '../src/store/memory/memory.ts'
import { createPhone } from '../src/telegram/phone.ts'
import { readAdverts } from './adverts.ts'
import { hostile } from './hostile.ts'
import { readMessages } from './inputs.ts'

/** Who types waits no longer for a card; the way to Telegram and back is not in it. */
const goalMs = 200

/** Telegram's limit for what is typed behind a bot's name. */
const queryAtMost = 256

const secret = 'the-secret-of-the-bench'

/** `npm run bench inline`: how long a card takes in the handler that Telegram calls, from JSON to JSON, beside 200 ms. */
async function main() {
  const ask = createHandler()
  const first = await timed(ask, 'kaucja 300 zł')
  console.log(`the first query, which opens phrases and languages: ${first.wall.toFixed(1)} ms`)
  const sets: Record<string, string[]> = {
    messages: readMessages().map(({ says }) => says),
    adverts: readAdverts().map(({ text }) => text),
    hostile: Object.values(hostile),
  }
  console.log(`\n${''.padEnd(20)}  median     p95   worst  worst of ${goalMs} ms`)
  const worst: number[] = [first.wall / goalMs]
  for (const [name, inputs] of Object.entries(sets)) {
    const took: Took[] = []
    for (const typed of inputs) took.push(await timed(ask, typed.slice(0, queryAtMost)))
    row(
      `${name}, processor`,
      took.map(({ cpu }) => cpu),
    )
    worst.push(
      row(
        `${name}, clock`,
        took.map(({ wall }) => wall),
      ),
    )
  }
  if (Math.max(...worst) > 1) process.exitCode = 1
}

interface Took {
  cpu: number
  wall: number
}

/** The gate of the webhook over the content of the bundle, before a Telegram that says yes to everything at once. */
function createHandler() {
  const { content, locales } = loadOrThrow(join(import.meta.dirname, '..'))
  const folder = mkdtempSync(join(tmpdir(), 'inline-'))
  process.on('exit', () => rmSync(folder, { recursive: true }))
  writeCompiled(folder, content, locales)
  const compiled = openCompiled(folder)
  const api = new Api('1:x')
  // The transformer stands for the network, which answers whatever the method promises.
  const me = '{"ok":true,"result":{"id":1,"is_bot":true,"username":"a_bot"}}'
  api.config.use(async () => JSON.parse(me))
  const now = () => new Date()
  const words = createWords(compiled.open, content.languages)
  const world: World = {
    content: compiled.content,
    me: 1,
    ...createMemoryStore(now),
    phone: createPhone(api, words),
    room: noRoom,
    queue: { enqueue: async () => {} },
    registers: [],
    readNumbers,
    files: { fetch: async () => 'gone' },
    reader: noReader,
    charts: noCharts,
    label: words.plain,
    now,
    pause: async () => {},
    log: () => {},
  }
  const gate = createGate(world, [secret])
  return async (body: string) => {
    const { statusCode } = await gate({
      headers: { 'x-telegram-bot-api-secret-token': secret },
      body,
    })
    if (statusCode !== 200) throw new Error(`the query was answered with ${statusCode}`)
  }
}

let update = 0

async function timed(ask: (body: string) => Promise<void>, query: string): Promise<Took> {
  const from = { id: 7, is_bot: false, first_name: 'x', language_code: 'pl' }
  const inline_query = { id: '1', from, query, offset: '', chat_type: 'private' }
  const body = JSON.stringify({ update_id: ++update, inline_query })
  const began = performance.now()
  const before = process.cpuUsage()
  await ask(body)
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1000, wall: performance.now() - began }
}

/** Prints how long these took; returns the longest as a share of the goal. */
function row(name: string, all: number[]): number {
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0
  const cells = [at(0.5), at(0.95), at(1)].map((ms) => ms.toFixed(2).padStart(7))
  const worst = at(1) / goalMs
  console.log(`${name.padEnd(20)} ${cells.join(' ')}  ${worst.toFixed(3)}`)
  return worst
}

await main()
