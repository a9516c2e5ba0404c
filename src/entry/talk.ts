import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { enqueueDue } from '../app/jobs/due.ts'
import { runJob } from '../app/jobs/jobs.ts'
import type { Event, Incoming } from '../app/ports/arrival.ts'
import type { Address, Phone, Screen } from '../app/ports/phone.ts'
import type { Job } from '../app/ports/queue.ts'
import type { World } from '../app/ports/world.ts'
import { Busy } from '../app/trouble.ts'
import { handle } from '../app/turn/handle.ts'
import { loadOrThrow } from '../content/load.ts'
import { createWords, type Words } from '../content/words.ts'
import type { Place, Text } from '../core/turn.ts'
import type { Voice } from '../core/voice.ts'
import { createReader } from '../reader/reader.ts'
import { readNumbers } from '../registers/numbers/read.ts'
import { createMemoryStore } from '../store/memory/memory.ts'
import { readConfig } from './config.ts'
import { noCharts } from './no-charts.ts'
import { noRoom } from './no-room.ts'
import { registersFrom } from './registers-from.ts'

/** `npm run talk`: the bot in the terminal. A number taps a button, the path of a picture sends it, anything else is typed. */
async function main() {
  const { content, locales } = loadOrThrow(join(import.meta.dirname, '../..'))
  const words = createWords(locales, content.languages)
  const phone = createPhone(words)
  const now = () => new Date()
  const world: World = {
    content,
    me: 0,
    ...createMemoryStore(now),
    phone: phone.port,
    room: noRoom,
    // After the turn: its own message must stand before the answer can change it.
    queue: { enqueue: async (job) => void setTimeout(() => tryJob(world, job), 100) },
    registers: registersFrom(readConfig(process.env)),
    readNumbers,
    // A file is its own name here.
    files: { fetch: (path) => readFile(path) },
    reader: createReader(),
    charts: noCharts,
    label: words.plain,
    now,
    pause: (ms) => pause(ms),
    log: () => {},
  }
  let update = 1
  await handle(world, toIncoming(update, { kind: 'command', name: 'start' }))
  setInterval(() => void enqueueDue(world), 60_000).unref()
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' })
  lines.prompt()
  for await (const line of lines) {
    const event = phone.read(line.trim())
    if (event) await handle(world, toIncoming(++update, event))
    lines.prompt()
  }
}

/** As the queue does: what has no time comes again. */
async function tryJob(world: World, job: Job) {
  await runJob(world, job).catch((error) => {
    if (!(error instanceof Busy)) throw error
    setTimeout(() => tryJob(world, job), error.seconds * 1000)
  })
}

function toIncoming(update: number, event: Event): Incoming {
  const source = event.kind === 'press' ? 'press' : 'message'
  const sentAt = Math.floor(Date.now() / 1000)
  const press = source === 'press' ? { press: { id: String(update), on: 'screen' as const } } : {}
  return { update, chat: 1, source, message: update, sentAt, ...press, language: spoken(), event }
}

/** The language of the terminal, e.g. `pl` of `pl_PL.UTF-8`. */
function spoken() {
  return (process.env.LANG ?? '').slice(0, 2) || 'pl'
}

/** A phone of lines: what is shown last can be answered by its numbers. */
function createPhone(words: Words) {
  let shown: { at: Place; ids: string[] } | undefined
  let message = 0
  const print = (to: Address, screen: Screen) => {
    console.log(`\n${toLines(words, screen, to.voice)}`)
    const { at, choices = [] } = screen
    if (at) shown = { at, ids: [...choices.map(({ id }) => id), 'back', 'menu', 'sos'] }
  }
  const port: Phone = {
    send: async (to, screen) => {
      print(to, screen)
      return ++message
    },
    edit: async (to, _message, screen) => {
      print(to, screen)
      return true
    },
    strip: async () => {},
    answer: async (_press, voice, toast?: Text) => {
      if (toast) console.log(`\n(${words.plain(toast, voice)})`)
    },
    erase: async () => {
      console.clear()
      return []
    },
    leave: async () => {},
    offer: async () => {},
  }
  const read = (line: string): Event | undefined => {
    const choice = shown?.ids[Number(line) - 1]
    if (shown && choice) return { kind: 'press', ...shown.at, choice }
    const file = line.replace(/^'(.*)'$/, '$1')
    if (/\.(jpe?g|png|webp|bmp)$/i.test(file) && existsSync(file)) return { kind: 'picture', file }
    if (/^https?:\/\/\S+$/.test(line)) return { kind: 'media', holds: 'link' }
    if (!line.startsWith('/')) return line ? { kind: 'text', text: line } : undefined
    const [name = '', payload] = line.slice(1).split(' ')
    return { kind: 'command', name, ...(payload && { payload }) }
  }
  return { port, read }
}

function toLines(words: Words, { text, at, choices = [], progress, hint }: Screen, voice: Voice) {
  const plain = (one: Text) => {
    const told = words.html(one, voice).replaceAll(/<a href="([^"]*)">(.*?)<\/a>/g, '$2 ($1)')
    return told.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&')
  }
  const always = ['back', 'menu', 'sos'].map((id) => ({ id, label: { key: `common:${id}` } }))
  const buttons = (at ? [...choices, ...always] : []).map(
    ({ label }, index) => `  ${index + 1}  ${words.plain(label, voice)}`,
  )
  const counted = progress ? [`${progress.at}/${progress.of}`] : []
  return [...(hint ? [plain(hint)] : []), ...counted, plain(text), ...buttons].join('\n')
}

await main()
