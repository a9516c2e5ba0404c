import type { Person } from '../../src/simulator/people/people.ts'
import { pausesOf, type Script } from './script.ts'
import { type Contender, type Desk, messagesIn, newStage, type Playing } from './stage.ts'

/** Something that somebody wrote and that is to come to the other side. */
export interface Sent {
  to: 'desk' | 'person'
  /** Whose talk it belongs to. */
  person: number
  /** No other message has these words. */
  text: string
  chat: number
  message: number
  at: number
}

export interface Played {
  playing: Playing
  sent: Sent[]
  /** How many messages the script has. */
  planned: number
  /** Real seconds, without those of preparing. */
  seconds: number
}

/** Milliseconds between two looks at what came. */
const lookMs = { person: 3000, desk: 10_000 }

/** After so long without one somebody presses again; so long they think about an answer. */
const againMs = 30_000
const thinkMs = 20_000

/** The script is over at the latest so long after the last message. */
const mostMs = 4 * 3_600_000

/** Plays the script to one contender. */
export async function play(contender: Contender, script: Script): Promise<Played> {
  const playing = newStage(contender, script)
  await playing.settle()
  await contender.prepare(playing)
  const began = performance.now()
  const { time } = playing
  const starts = time.now()
  const sent: Sent[] = []
  playing.trouble()
  for (const seconds of script.kills) time.at(starts + seconds * 1000, playing.kill)
  const pauses = pausesOf(script)
  const writers = playing.people.map((person, at) =>
    newWriter({ contender, playing, sent, person, at, starts, ...pauses[at] }),
  )
  const isAll = () => writers.every(({ isDone }) => isDone()) && playing.isIdle()
  for (const desk of playing.desks)
    newAnswerer({ contender, playing, sent, desk, script, isAll, until: starts + mostMs })
  await playing.settle()
  const planned = plannedIn(script)
  return { playing, sent, planned, seconds: (performance.now() - began) / 1000 }
}

function plannedIn({ people, messages, answersEach }: Script): number {
  return people * (messages + Math.floor(messages / answersEach))
}

interface Writing {
  contender: Contender
  playing: Playing
  sent: Sent[]
  person: Person
  at: number
  starts: number
  begins?: number
  pauses?: number[]
}

/** Somebody who asks to talk with a desk, sees that they do, and writes what they have to say. */
function newWriter(writing: Writing) {
  const { contender, playing, sent, person, at, starts, begins = 0, pauses = [] } = writing
  const { time } = playing
  const left = [...pauses]
  let askedAt = 0

  function wait() {
    const chat = messagesIn(playing, person.id)
    if (contender.isTalking(chat)) return later()
    if (time.now() - askedAt >= againMs) {
      contender.ask(person, chat)
      askedAt = time.now()
    }
    if (time.now() < starts + mostMs) time.at(time.now() + lookMs.person, wait)
  }

  function later() {
    const pause = left.shift()
    if (pause !== undefined) time.at(time.now() + pause, write)
  }

  let count = 0
  function write() {
    const text = `osoba ${at + 1}, słowo ${++count}`
    const message = person.send(text)
    sent.push({ to: 'desk', person: person.id, text, chat: person.id, message, at: time.now() })
    later()
  }

  time.at(starts + begins, wait)
  return { isDone: () => count === pauses.length }
}

interface Answering {
  contender: Contender
  playing: Playing
  sent: Sent[]
  desk: Desk
  script: Script
  /** Whether everything was written and has come. */
  isAll: () => boolean
  until: number
}

/** Somebody at a desk who does what a topic asks for, and answers some of what comes. */
function newAnswerer(answering: Answering) {
  const { contender, playing, sent, desk, script, isAll, until } = answering
  const { time } = playing
  const { group, lead } = desk
  const answered = new Set<string>()
  const pressedAt = new Map<string, number>()

  function look() {
    const all = messagesIn(playing, group.id)
    let waiting = 0
    for (const { text = '', from, date, message_thread_id: thread } of all) {
      const asks = from.is_bot && isToAnswer(text, script) && !answered.has(text)
      if (!asks || thread === undefined) continue
      if (date * 1000 + thinkMs > time.now() || !act(text, thread)) waiting++
    }
    if (time.now() < until && (waiting > 0 || !isAll())) time.at(time.now() + lookMs.desk, look)
  }

  /** Whether it is answered. */
  function act(text: string, thread: number): boolean {
    const can = contender.can(messagesIn(playing, group.id, thread))
    if (can === 'answer') {
      answered.add(text)
      answer(text, thread)
      return true
    }
    if (can !== 'wait' && time.now() - (pressedAt.get(can.data + thread) ?? 0) >= againMs) {
      pressedAt.set(can.data + thread, time.now())
      group.press(lead, can.message, can.data)
    }
    return false
  }

  function answer(text: string, thread: number) {
    const person = sent.find((one) => one.text === text)?.person ?? 0
    const words = `odpowiedź: ${text}`
    const message = group.send(lead, words, thread)
    sent.push({ to: 'person', person, text: words, chat: group.id, message, at: time.now() })
  }

  time.at(time.now() + lookMs.desk, look)
}

function isToAnswer(text: string, { answersEach }: Script) {
  const count = Number(/^osoba \d+, słowo (\d+)$/.exec(text)?.[1] ?? 0)
  return count > 0 && count % answersEach === 0
}
