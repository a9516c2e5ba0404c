import { runJob } from '../src/app/jobs/jobs.ts'
import type { Event, Incoming, Sent } from '../src/app/ports/arrival.ts'
import type { ReadNumbers, Register } from '../src/app/ports/firms.ts'
import type { Address, Phone, Screen } from '../src/app/ports/phone.ts'
import type { Job } from '../src/app/ports/queue.ts'
import type { Store, World } from '../src/app/ports/world.ts'
import { handle } from '../src/app/turn/handle.ts'
import { loadOrThrow } from '../src/content/load.ts'
import type { Content } from '../src/core/engine/flow.ts'
import type { PictureRead } from '../src/core/picture.ts'
import type { Text } from '../src/core/turn.ts'
import type { Voice } from '../src/core/voice.ts'
import { createMemoryStore } from '../src/store/memory/memory.ts'
import { idle } from './idle.ts'

/** The content of this repository, read once. */
export const { content, locales } = loadOrThrow(process.cwd())

/** A message on a phone. */
export interface Bubble {
  id: number
  screen: Screen
  voice: Voice
  buttons: boolean
}

/** A phone that keeps what it was shown, by keys instead of words; some of it before. */
export function newPhone(before: Bubble[] = []) {
  const bubbles = before.map((bubble) => ({ ...bubble }))
  const toasts: Text[] = []
  const erased: number[] = []
  let last = bubbles.at(-1)?.id ?? 1000
  const port: Phone = {
    send: async ({ voice }: Address, screen) => {
      bubbles.push({ id: ++last, screen, voice, buttons: Boolean(screen.at) })
      return last
    },
    edit: async ({ voice }, message, screen) => {
      const bubble = bubbles.find(({ id }) => id === message)
      if (!bubble) return false
      Object.assign(bubble, { screen, voice, buttons: Boolean(screen.at) })
      return true
    },
    strip: async (_chat, message) => {
      const bubble = bubbles.find(({ id }) => id === message)
      if (bubble) bubble.buttons = false
    },
    answer: async (_press, _voice, toast) => {
      if (toast) toasts.push(toast)
    },
    erase: async (_chat, messages) => {
      erased.push(...messages)
      for (const message of messages) {
        const index = bubbles.findIndex(({ id }) => id === message)
        if (index >= 0) bubbles.splice(index, 1)
      }
      return []
    },
    leave: async () => {},
    offer: async () => {},
  }
  return { port, bubbles, toasts, erased }
}

export interface Options {
  content?: Content
  store?: Store
  language?: string
  now?: () => Date
  registers?: Register[]
  readNumbers?: ReadNumbers
}

/** Somebody who talks with the bot: `opens`, `taps` and `says`, and looks at what it `sees`. */
export function newPerson(options: Options = {}) {
  const now = options.now ?? (() => new Date('2026-11-22T12:00:00Z'))
  const phone = newPhone()
  const jobs: Job[] = []
  const pictures = new Map<string, PictureRead>()
  const world: World = {
    ...idle,
    ...(options.registers && { registers: options.registers }),
    ...(options.readNumbers && { readNumbers: options.readNumbers }),
    queue: { enqueue: async (job) => void jobs.push(job) },
    content: options.content ?? content,
    ...(options.store ?? createMemoryStore(now)),
    phone: phone.port,
    // The file is its own name.
    files: { fetch: async (file) => Buffer.from(file) },
    reader: {
      most: 10_000_000,
      read: async (picture) => pictures.get(String(picture)) ?? { fault: 'gone' },
    },
    now,
    log: () => {},
  }
  let update = 1000
  let typed = 0
  let last: Incoming | undefined
  const receive = async (event: Event, message: number) => {
    const incoming: Incoming = {
      update: ++update,
      chat: 7,
      source: event.kind === 'press' || event.kind === 'forged' ? 'press' : 'message',
      message,
      sentAt: Math.floor(now().getTime() / 1000),
      ...(event.kind === 'press' && { press: { id: String(update), on: 'screen' as const } }),
      language: options.language ?? 'pl',
      event,
    }
    last = incoming
    await handle(world, incoming)
    return incoming
  }
  const live = () => phone.bubbles.findLast(({ buttons }) => buttons)
  return {
    world,
    phone,
    /** Sends a command, e.g. `start` or `start offer-poster7`. */
    opens: (line: string) => {
      const [name = '', payload] = line.split(' ')
      return receive({ kind: 'command', name, ...(payload && { payload }) }, ++typed)
    },
    says: (text: string) => receive({ kind: 'text', text }, ++typed),
    sendsRecording: () => receive({ kind: 'media', holds: 'recording' }, ++typed),
    /** A picture with these words in it, or one that turns out otherwise. */
    sendsPicture: (is: PictureRead | string, more: Partial<Sent> = {}) => {
      const file = `file-${pictures.size + 1}`
      pictures.set(file, typeof is === 'string' ? { text: is, confidence: 90, hosts: [] } : is)
      return receive({ kind: 'picture', file, ...more }, ++typed)
    },
    /** Taps a choice of the screen that is open now. */
    taps: async (choice: string) => {
      const bubble = live()
      const at = bubble?.screen.at
      const ids = [...(bubble?.screen.choices ?? []).map(({ id }) => id), 'back', 'menu', 'sos']
      if (!bubble || !at || !ids.includes(choice)) {
        throw new Error(`there is no ${choice} among ${ids.join(', ')} at ${at?.flow}.${at?.step}`)
      }
      return receive({ kind: 'press', ...at, choice }, bubble.id)
    },
    /** Presses a button of any message, perhaps forged. */
    presses: (message: number, place: { flow: string; step: string; choice: string }) =>
      receive({ kind: 'press', ...place }, message),
    receive,
    /** Telegram brings the last update once more. */
    repeats: () => (last ? handle(world, last) : undefined),
    /** Jobs that wait. */
    jobs,
    /** What the worker does: every job that waits, in order. */
    worked: async () => {
      for (const job of jobs.splice(0)) await runJob(world, job)
    },
    /** Where the person is, e.g. `offer.fee`. */
    at: () => {
      const at = live()?.screen.at
      return at ? `${at.flow}.${at.step}` : undefined
    },
    /** The screen that is open now. */
    sees: () => live()?.screen,
    choices: () => live()?.screen.choices?.map(({ id }) => id) ?? [],
    /** Every key on the phone, oldest first. */
    keys: () => phone.bubbles.flatMap(({ screen }) => keysOf(screen.text)),
    talk: () => world.talks.load(7),
  }
}

export type Person = ReturnType<typeof newPerson>

/** A person who has chosen Polish and read the welcome. */
export async function newReader(options: Options = {}): Promise<Person> {
  const person = newPerson(options)
  await person.opens('start')
  await person.taps('pl')
  await person.taps('next')
  await person.taps('next')
  return person
}

/** Every key inside a text. */
export function keysOf({ key, vars = {} }: Text): string[] {
  const inner = Object.values(vars).flatMap((value) => {
    if (Array.isArray(value)) return value.flatMap(keysOf)
    return typeof value === 'object' ? keysOf(value) : []
  })
  return [key, ...inner]
}
