import { Api } from 'grammy/web'
import { runJob } from '../../src/app/jobs/jobs.ts'
import type { Desk } from '../../src/app/ports/desks.ts'
import type { Job } from '../../src/app/ports/queue.ts'
import type { Talk } from '../../src/app/ports/talk.ts'
import type { Store, World } from '../../src/app/ports/world.ts'
import { handle } from '../../src/app/turn/handle.ts'
import { createWords } from '../../src/content/words.ts'
import type { Case, News } from '../../src/core/case.ts'
import { parseHtml } from '../../src/simulator/text/html.ts'
import { faultOfCall, loadShapes } from '../../src/simulator/wire/shapes.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'
import { parse } from '../../src/telegram/parse.ts'
import { createPhone } from '../../src/telegram/phone.ts'
import { idle } from '../idle.ts'
import { content, locales } from '../person.ts'
import { richCase } from '../store/some-desk.ts'
import { sizeAtMost, writeUnit } from '../store/talk-size.ts'
import { readers } from './typed.ts'

/** A screen as it reaches Telegram. */
export interface Shown {
  html: string
  text: string
  buttons: { text: string; data: string }[]
}

export const words = createWords(locales, content.languages)
const shapes = loadShapes()
const noon = () => new Date('2026-11-22T12:00:00Z')

/** Somebody with the real words and the real phone, in front of a Telegram that only notes what it is asked. */
export function newReader(language: string, { desk, one }: { desk?: Desk; one?: Case } = {}) {
  const screens: Shown[] = []
  const faults: string[] = []
  let message = 1_234_000
  let update = 912_347_000
  const api = new Api('1:x')
  api.config.use(async (_next, method, payload) => {
    const fault = faultOfCall(shapes, method, payload)
    if (fault) faults.push(`${method}: ${fault}`)
    if (method === 'sendMessage' || method === 'editMessageText') screens.push(toShown(payload))
    // The transformer stands for the network, which answers whatever the method promises.
    return { ok: true, result: JSON.parse(`{"message_id":${++message}}`) }
  })
  const jobs: Job[] = []
  const world: World = {
    ...idle,
    ...readers,
    queue: { enqueue: async (job) => void jobs.push(job) },
    content,
    ...withDesk(measured(createMemoryStore(noon), faults), desk, one),
    phone: createPhone(api, words),
    now: noon,
    log: () => {},
  }
  const from = { id: 7, is_bot: false, first_name: 'x', language_code: language }
  const base = {
    message_id: 1,
    date: Math.floor(noon().getTime() / 1000),
    chat: { id: 7, type: 'private' },
    from,
  }
  const receive = async (raw: object) => {
    const before = screens.length
    const parsed = parse({ update_id: ++update, ...raw })
    if (parsed.kind !== 'person') throw new Error(`this is ${parsed.kind}, not a person`)
    await handle(world, parsed.incoming)
    // What is done at a desk is no screen of the person.
    for (const job of jobs.splice(0)) if (!('desk' in job)) await runJob(world, job)
    return screens.slice(before)
  }
  return {
    world,
    screens,
    faults,
    says: (text: string) => receive({ message: { ...base, text } }),
    opens: (text: string) => {
      const [command = ''] = text.split(' ')
      const entities = [{ type: 'bot_command', offset: 0, length: command.length }]
      return receive({ message: { ...base, text, entities } })
    },
    /** What the clock brings. */
    isBrought: async (what: string) => {
      const before = screens.length
      const minute = Math.floor(world.now().getTime() / 60_000)
      await world.plans.set(7, [{ minute, what }])
      const event = { kind: 'due', what, minute } as const
      await handle(world, {
        update: -++update,
        chat: 7,
        source: 'due',
        message: 0,
        sentAt: 0,
        event,
      })
      return screens.slice(before)
    },
    /** What the desk does with their case. */
    hears: async (news: News) => {
      const before = screens.length
      const event = { kind: 'desk-news', news } as const
      const from = { update: -++update, chat: 7, source: 'desk', message: 0, sentAt: 0 } as const
      await handle(world, { ...from, event })
      return screens.slice(before)
    },
    presses: (data: string) =>
      receive({ callback_query: { id: String(update), from, message: base, data } }),
    last: () => screens.at(-1),
    talk: () => world.talks.load(7),
    /** Puts the person where they stood before. */
    stands: async (talk: Talk | undefined) => {
      await world.talks.drop(7)
      await world.messages.drop(7)
      if (talk) await world.talks.keep(7, { ...talk, version: 0 })
    },
  }
}

/** Two are there, at whatever hours the first has, and everybody always has the same case. */
function withDesk(store: Store, desk: Desk | undefined, one: Case = richCase): Store {
  if (!desk) return store
  const acceptance = { wording: content.conduct.wording, at: noon().getTime() }
  const desks = {
    ...store.desks,
    all: async () => [desk, { ...desk, id: 'z9y8x7w6' }],
    get: async (id: string) => ({ ...desk, id }),
    members: async () => [{ ...acceptance, user: 1 }],
  }
  const cases: Store['cases'] = {
    ...store.cases,
    of: async () => one,
    keep: async (_chat, one) => one,
  }
  return { ...store, desks, cases }
}

/** A press is to cost one write unit, wherever somebody stands. */
function measured(store: Store, faults: string[]): Store {
  const keep: Store['talks']['keep'] = async (chat, talk) => {
    const size = await sizeAtMost(talk)
    const { flow, path = [] } = talk.state ?? {}
    if (size > writeUnit) faults.push(`${size} bytes at ${flow}.${path.at(-1)?.step}`)
    return store.talks.keep(chat, talk)
  }
  return { ...store, talks: { ...store.talks, keep } }
}

function toShown(payload: object): Shown {
  const { text = '', reply_markup: markup } = payload as { text?: string; reply_markup?: Markup }
  const buttons = markup?.inline_keyboard.flat() ?? []
  return {
    html: text,
    text: readable(text),
    buttons: buttons.map((button) => ({ text: button.text, data: button.callback_data ?? '' })),
  }
}

interface Markup {
  inline_keyboard: { text: string; callback_data?: string }[][]
}

/** Telegram refuses a message whose markup it cannot read. */
function readable(html: string) {
  try {
    return parseHtml(html).text
  } catch (error) {
    return `UNREADABLE ${error}`
  }
}

/** What nobody should have to read: too long, unfilled, unexplained, or naming what an onlooker must not see. */
export function flawsOf({ html, text, buttons }: Shown): string[] {
  const flaws: string[] = []
  if (text.startsWith('UNREADABLE')) flaws.push(text)
  if ([...text].length > 600) flaws.push(`${[...text].length} characters`)
  if (text.trim() === '') flaws.push('empty')
  if (/\{\{|\}\}|undefined|\[object|NaN/.test(html)) flaws.push('an unfilled hole')
  if (/(^|\s)[a-z-]+:[a-z_-]+(\.[a-z_-]+)+/.test(text)) flaws.push('a key instead of words')
  if (onlookers.test(withoutNames(text.slice(0, 40))))
    flaws.push('a beginning that reveals too much')
  if (signs.some((sign) => text.slice(0, 40 + sign.length).includes(sign)))
    flaws.push('a beginning that names a sign')
  if (labels.test(withoutNames(text))) flaws.push('a label for the person')
  for (const button of buttons) {
    if ([...button.text].length > 30) flaws.push(`the button ${button.text}`)
    if (Buffer.byteLength(button.data) > 64) flaws.push(`the data ${button.data}`)
  }
  const always = buttons.slice(-3).map(({ data }) => data.split('.').at(-1))
  if (buttons.length > 0 && always.join() !== 'back,menu,sos')
    flaws.push('Back, Menu, SOS are not in place')
  return flaws.map((flaw) => `${flaw} in: ${text}`)
}

/** In Polish, English, Ukrainian and Russian: a language more needs its own words here. */
const onlookers =
  /handel|trafficking|торгівл|торговл|wyzysk|exploit|експлуат|эксплуат|ofiar|victim|жертв|oszust|fraud|шахра|мошенн|śmierc|death|смерт|samobój|suicid|самогуб|самоуб|gwałt|gwałc|\brape|ґвалт|изнасил|ciąż|pregnan|вагітн|беремен/i
const labels = /ofiar|victim|жертв/i

/** What every sign is called, in each language: in a list of chats nobody else is to read it. */
const signs = Object.values(locales).flatMap(({ indicators = {} }) =>
  Object.values(indicators).flatMap((sign) =>
    typeof sign === 'object' && typeof sign.label === 'string' ? [sign.label] : [],
  ),
)

/** What an organisation or a register calls itself is not what the bot calls the person. */
const names = [...Object.values(content.contacts).flat(), ...Object.values(content.registers)]
  .map(({ name }) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .toSorted((a, b) => b.length - a.length)
const named = new RegExp(`${names.join('|')}|handelsregister`, 'giu')

function withoutNames(text: string) {
  return text.replaceAll(named, '')
}
