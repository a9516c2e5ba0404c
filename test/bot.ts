import { Api } from 'grammy/web'
import { expect, onTestFinished, vi } from 'vitest'
import type { Store, World } from '../src/app/ports/world.ts'
import { createWords } from '../src/content/words.ts'
import type { Content } from '../src/core/engine/flow.ts'
import { voiceFor } from '../src/core/voice.ts'
import { deliver } from '../src/entry/deliver.ts'
import { createLog } from '../src/entry/log.ts'
import { takerOf } from '../src/entry/taker.ts'
import type { Anything, Way } from '../src/simulator/people/anything.ts'
import type { Sample } from '../src/simulator/people/samples.ts'
import { type Simulator, startSimulator } from '../src/simulator/start.ts'
import { createMemoryStore } from '../src/store/memory/memory.ts'
import type { Delivered } from '../src/telegram/lines.ts'
import { createPhone } from '../src/telegram/phone.ts'
import { poll } from '../src/telegram/polling.ts'
import { createRoom } from '../src/telegram/room.ts'
import { hostInCloud } from './cloud/host.ts'
import { idle } from './idle.ts'
import { content, locales } from './person.ts'

export interface Options {
  content?: Content
  /** Otherwise the bot remembers in this process. */
  store?: (now: () => Date) => Store | Promise<Store>
  /** Telegram tells the bot to slow down. */
  limits?: boolean
  /** A queue and registers, where a story needs them. */
  outside?: Partial<World>
}

/** The stories are told to the bundle of the cloud. */
export const isCloud = process.env.STORIES === 'cloud'

/** Where the bot would wait so many seconds before another try, a test waits one. */
const hurry = 50

const words = createWords(locales, content.languages)

/** The words that stand under a key, without markup. */
export function say(key: string, language = 'pl'): string {
  return words.plain({ key }, voiceFor(content, { language })).trim()
}

/** Where the bot runs: in this process by long polling, or as the bundle of the cloud behind a webhook. */
export interface Host {
  /** In the cloud only its store and its clock. */
  world: World
  lines: string[]
  counts: () => Promise<Record<string, number>>
  /** An update as it comes, past Telegram. */
  receive: (raw: unknown) => Promise<Delivered>
  start: () => Promise<void>
  stop: () => Promise<void>
}

/** A Telegram and the real bot beside it, until the test is over. Every request must be one that Telegram takes. */
export async function newBot(options: Options = {}) {
  const telegram = await startSimulator({
    limits: options.limits ?? false,
    now: noon,
    retryScale: 1 / hurry,
  })
  const host = isCloud ? hostInCloud(telegram) : hostHere(telegram, options)
  const { world, lines, counts, receive, start, stop } = await host
  await start()
  onTestFinished(async () => {
    await stop()
    await telegram.stop()
    expect(telegram.problems).toEqual([])
  })
  return {
    telegram,
    world,
    lines,
    counts,
    /** Ends the taking of updates, and begins it anew over the same store. */
    stop,
    start,
    receive,
    /** What the bot asked of Telegram. */
    asked: (method: string) => telegram.calls.filter((call) => call.method === method),
    /** How often Telegram took an answer to a press. */
    answersTo: (press: string) =>
      telegram.calls.filter(
        ({ method, ok, payload }) =>
          method === 'answerCallbackQuery' && ok && payload.callback_query_id === press,
      ).length,
    /** Waits for what comes before everything is done. */
    until: (isSo: () => boolean) =>
      vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 20_000, interval: 2 }),
    person: (wish?: Wish) => newPerson(telegram, wish),
    /** Somebody who has chosen a language and read the welcome. */
    reader: async ({ language = 'pl', ...wish }: Wish = {}) => {
      const person = newPerson(telegram, { language, ...wish })
      await person.says('/start')
      for (const choice of [language, 'next', 'next']) await person.taps(choice)
      return person
    },
  }
}

async function hostHere(telegram: Simulator, options: Options): Promise<Host> {
  const { now } = telegram.clock
  const lines: string[] = []
  const api = new Api(telegram.token, { apiRoot: telegram.url })
  const memory = createMemoryStore(now)
  const world: World = {
    ...idle,
    queue: { ...idle.queue },
    me: Number.parseInt(telegram.token, 10),
    content: options.content ?? content,
    ...((await options.store?.(now)) ?? memory),
    phone: createPhone(api, words),
    room: createRoom(api, words, Number.parseInt(telegram.token, 10)),
    label: words.plain,
    now,
    log: createLog((line) => lines.push(line)),
    ...options.outside,
  }
  const receive = (raw: unknown) => deliver(world, raw)
  const hurried = async (raw: unknown) => {
    const delivered = await receive(raw)
    return delivered.kept ? delivered : { ...delivered, seconds: delivered.seconds / hurry }
  }
  let stopping = new AbortController()
  let running = Promise.resolve()
  return {
    world,
    lines,
    counts: async () => Object.fromEntries(memory.counts),
    receive,
    start: async () => {
      stopping = new AbortController()
      running = poll({ api, ...takerOf(world), deliver: hurried }, stopping.signal)
    },
    stop: () => {
      stopping.abort()
      return running
    },
  }
}
export type Bot = Awaited<ReturnType<typeof newBot>>

function noon() {
  return new Date('2026-11-22T12:00:00Z')
}

export interface Wish {
  name?: string
  lastName?: string
  username?: string
  language?: string
}

/** Somebody with a phone: acts by the names of choices and waits until the bot has done its part. */
function newPerson(telegram: Simulator, { language = 'pl', ...wish }: Wish = {}) {
  const phone = telegram.person({ language, ...wish })
  const bubbles = () => phone.chat().filter(({ from }) => from === 'bot')
  const open = () => bubbles().findLast(({ buttons }) => buttons.length > 0)
  const data = () => open()?.buttons.flatMap((row) => row.map((button) => button.data ?? '')) ?? []
  /** Presses a choice of the open screen and does not wait. */
  const press = (choice: string) => {
    const found = data().find((one) => one.endsWith(`.${choice}`))
    if (!found) throw new Error(`there is no ${choice} among ${data().join(', ')}`)
    return phone.press(open()?.id ?? 0, found)
  }
  const settling = async <Value>(value: Value) => {
    await telegram.settled()
    return value
  }
  return {
    id: phone.id,
    phone,
    press,
    says: (text: string) => settling(phone.send(text)),
    sendsPicture: (caption?: string) => settling(phone.sendPhoto(caption)),
    /** Whatever it is, by Telegram's names. */
    sends: (content: Anything, way?: Way) => settling(phone.sendAny(content, way)),
    sendsSample: (kind: Sample, way?: Way) => settling(phone.sendSample(kind, way)),
    edits: (message: number, words: string) => settling(phone.edit(message, words)),
    /** Telegram tells of an edit though nobody sees one. */
    touches: (message: number) => settling(phone.touch(message)),
    pins: (message: number) => settling(phone.pin(message)),
    /** Returns the id of the press. */
    taps: (choice: string) => settling(press(choice)),
    presses: (message: number, button: string) => settling(phone.press(message, button)),
    /** Everything on the phone, both sides. */
    chat: phone.chat,
    /** The bot's messages. */
    bubbles,
    last: () => bubbles().at(-1),
    /** The newest message with buttons. */
    open,
    /** Where the person is, e.g. `offer.fee`. */
    at: () => data()[0]?.split('.').slice(0, 2).join('.'),
    choices: () => data().map((one) => one.split('.').at(-1) ?? ''),
    toasts: () => phone.alerts().map(({ text }) => text),
  }
}
export type Person = ReturnType<typeof newPerson>

/** Answers of an offer check that raise nothing, in the order of the questions. */
export const harmless = {
  age: 'adult',
  way: 'questions',
  country: 'DE',
  'found-through': 'advert',
  employer: 'yes',
  work: 'yes',
  pay: 'similar',
  fee: 'no',
  debt: 'no',
  hurry: 'no',
  contract: 'before',
  photos: 'no',
  secret: 'no',
  papers: 'no',
}

/** Somebody in the middle of an offer check, before this question. */
export async function checksOffer(bot: Bot, question: keyof typeof harmless, wish: Wish = {}) {
  const person = await bot.reader(wish)
  await person.says('/start offer')
  for (const [step, answer] of Object.entries(harmless)) {
    if (step === question) break
    await person.taps(answer)
  }
  expect(person.at()).toBe(`offer.${question}`)
  return person
}
