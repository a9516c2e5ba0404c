import { join } from 'node:path'
import type { Event } from '../src/app/ports/arrival.ts'
import { isMissed } from '../src/app/turn/missed.ts'
import { toInput } from '../src/app/turn/understand.ts'
import { loadOrThrow } from '../src/content/load.ts'
import { advance } from '../src/core/engine/advance.ts'
import type { State, Turn } from '../src/core/turn.ts'
import { readNumbers } from '../src/registers/numbers/read.ts'
import { type Message, type Room, readMessages, rooms } from './inputs.ts'

/** Shares of messages that come where they belong: of those that phrases were tuned by, and of those that nobody looked at. */
const goals = { tuned: 0.95, heldOut: 0.85, distress: 0.95 }

const { content } = loadOrThrow(join(import.meta.dirname, '..'))

/** Where the messages meet the bot. */
const menu: State = { flow: 'menu', path: [{ step: 'groups' }] }
/** Where an answer that is typed means something. */
const asking: State[] = [
  { flow: 'offer', path: [{ step: 'fee' }] },
  { flow: 'offer', path: [{ step: 'age' }] },
  { flow: 'offer', path: [{ step: 'country', answer: 'DE' }, { step: 'found-through' }] },
]

/** `npm run bench front [-- all]`: whether messages of every kind are understood, with a table of what was taken for what. */
function main() {
  const judged = readMessages().map((message) => ({ message, is: judge(message) }))
  const wrong = judged.filter(({ message, is }) => !isRight(message, is))
  table(judged)
  // Held-out messages stay unseen by who writes phrases.
  for (const { message, is } of wrong)
    if (!message['held-out'] || process.argv.includes('all'))
      console.log(
        `${message.file}: ${message.room} taken for ${is.room} ${is.detail ?? ''}: ${message.says.slice(0, 160)}`,
      )
  const sets: Record<keyof typeof goals, typeof judged> = {
    tuned: judged.filter(({ message }) => !message['held-out']),
    heldOut: judged.filter(({ message }) => message['held-out'] && !isDistress(message)),
    distress: judged.filter(({ message }) => isDistress(message)),
  }
  const reached = [
    share('tuned', sets.tuned, goals.tuned),
    share('heldOut', sets.heldOut, goals.heldOut),
    share('distress', sets.distress, goals.distress),
  ]
  // Help of another kind is not what was meant, but it is help.
  const helped = sets.distress.filter(({ is }) => helping.includes(is.room)).length
  console.log(`          of distress ${helped} of ${sets.distress.length} find help of some kind`)
  const cries = wrong.filter(({ message, is }) => message.room === 'advert' && is.room === 'sos')
  const sold = wrong.filter(({ message, is }) => message.room === 'story' && is.room === 'advert')
  console.log(
    `adverts that open SOS: ${cries.length}, stories read as adverts: ${sold.length} (goal 0)`,
  )
  return reached.every(Boolean) && cries.length + sold.length === 0
}

const helping: Room[] = ['sos', 'story', 'other', 'ill', 'accident', 'pregnant', 'rape', 'death']

function share(name: string, all: { message: Message; is: Judged }[], goal: number): boolean {
  const right = all.filter(({ message, is }) => isRight(message, is)).length
  const reached = right / all.length
  console.log(`${name.padEnd(9)} ${right} of ${all.length}, ${reached.toFixed(3)} (goal ${goal})`)
  return reached >= goal
}

function isDistress({ file }: Message) {
  return file.endsWith('-distress')
}

interface Judged {
  room: Room
  detail?: string
}

function judge(message: Message): Judged {
  const states = message.room === 'answer' ? [...asking, menu] : [menu]
  const all = states.map((state) => toRoom(turnOf(message, state), state))
  return all.find(({ room }) => room !== 'kind') ?? { room: 'kind' }
}

function turnOf({ says, forwarded, wrote }: Message, state: State): Turn {
  const event: Event = { kind: 'text', text: says, ...(forwarded && { isTheirs: true }) }
  const incoming = { update: 1, chat: 1, source: 'message' as const, message: 1, sentAt: 0, event }
  return advance(
    content,
    { language: wrote, state },
    toInput({ content, readNumbers, reader: { most: 0 } }, incoming),
    new Date('2026-11-30T12:00:00Z'),
  )
}

/** By where the person stands then, and what is said to them. */
function toRoom({ state, effects }: Turn, before: State): Judged {
  const hints = effects.flatMap((one) => (one.kind === 'hint' ? [one.text.key] : []))
  if (hints.includes('common:hello')) return { room: 'hello' }
  if (hints.includes('common:thanks')) return { room: 'thanks' }
  if (isMissed(effects)) return { room: 'kind' }
  const said = effects.find((one) => one.kind === 'set' && one.language !== undefined)
  if (said?.kind === 'set')
    return { room: 'language', ...(said.language && { detail: said.language }) }
  const { flow, path } = state
  const step = path.at(-1)?.step ?? ''
  if (before.flow === 'offer' && flow === 'offer') return { room: 'answer' }
  if (before.flow === 'menu' && flow === 'menu') return { room: 'answer' }
  const found = places[`${flow}.${step}`] ?? places[flow]
  if (found) return { room: found, detail: path.at(-1)?.answer ?? step }
  return { room: 'kind', detail: `${flow}.${step}` }
}

const places: Record<string, Room> = {
  sos: 'sos',
  story: 'story',
  relative: 'other',
  'health.ill': 'ill',
  'health.accident': 'accident',
  'health.pregnant': 'pregnant',
  'health.rape': 'rape',
  'health.death': 'death',
  offer: 'advert',
  danger: 'advert',
  employer: 'number',
  agency: 'number',
  country: 'country',
  topics: 'topic',
  'at-work': 'topic',
  consultant: 'human',
  contacts: 'human',
  'settings.ending': 'stop',
  'settings.language': 'language',
}

function isRight({ room, or, country, topic, language }: Message, is: Judged) {
  // The screen about a country answers what is paid there, too.
  if (is.room === 'country' && topic?.includes('pay')) return true
  if (is.room !== room) return or.includes(is.room)
  if (room === 'country') return country === undefined || is.detail === country
  if (room === 'language')
    return language === undefined || is.detail === language || is.detail === 'language'
  if (room !== 'topic' || !topic) return true
  const named = (is.detail ?? '').split('+').map((place) => place.replace('topics.', ''))
  return named.some((one) => topic.includes(one) || (one === 'age' && topic.some(isAtWork)))
}

/** What the questions about a job that one has speak of. */
function isAtWork(topic: string) {
  return ['unpaid', 'hours', 'rights', 'flat'].includes(topic)
}

function table(judged: { message: Message; is: Judged }[]) {
  console.log(`${''.padEnd(10)}${rooms.map((room) => room.slice(0, 6).padStart(7)).join('')}`)
  for (const room of rooms) {
    const row = judged.filter(({ message }) => message.room === room)
    const cells = rooms.map((is) => row.filter((one) => one.is.room === is).length)
    console.log(`${room.padEnd(10)}${cells.map((n) => String(n || '·').padStart(7)).join('')}`)
  }
}

if (!main()) process.exitCode = 1
