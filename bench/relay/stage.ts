import type { Api } from 'grammy/web'
import type { Job, Label, Queue } from '../../src/app/ports/queue.ts'
import { newWorld } from '../../src/simulator/new-world.ts'
import { groupOf, newGroup, type SimGroup } from '../../src/simulator/people/groups.ts'
import { newPerson, type Person, personOf } from '../../src/simulator/people/people.ts'
import type { Message } from '../../src/simulator/wire/telegram.ts'
import type { World as Telegram } from '../../src/simulator/world.ts'
import { newOffice, type Running } from './office.ts'
import { newQueue } from './queue.ts'
import type { Script } from './script.ts'
import { startSending } from './sender.ts'
import { newLine, type Unheard } from './telegram.ts'
import { newTime, type Time } from './time.ts'
import { newChance, none, often, onceEach, type Troubles } from './troubles.ts'

/** A desk as its group sees it: who answers there for everybody. */
export interface Desk {
  group: SimGroup
  lead: Person
}

/** Telegram, the people, the desks, and all that outlives a process. */
export interface Stage {
  time: Time
  telegram: Telegram
  unheard: Unheard
  queue: Queue
  people: Person[]
  desks: Desk[]
  now: () => Date
  api: () => Api
  log: (line: string) => void
  /** Until nothing is under way. */
  settle: () => Promise<void>
}

export interface Button {
  message: number
  data: string
}

/** A bot that relays, as the bench has to know it. */
export interface Contender {
  name: string
  labelOf?: (job: Job) => Label
  /** Everything before the first message, while nothing goes wrong. */
  prepare: (stage: Stage) => Promise<void>
  /** A person asks to talk with a desk. */
  ask: (person: Person, chat: Message[]) => void
  /** Whether they see that they do. */
  isTalking: (chat: Message[]) => boolean
  /** What somebody at the desk sees that they can do in a topic. */
  can: (topic: Message[]) => 'answer' | 'wait' | Button
  /** A new process. */
  open: (stage: Stage) => Running
}

const firstUpdate = 500_000_000

/** One contender's world, at noon, and how things go wrong in it from then on. */
export function newStage(contender: Contender, script: Script) {
  const time = newTime(Date.parse('2026-11-30T12:00:00Z'))
  const now = () => new Date(time.now())
  const chance = newChance(script.seed)
  const settings = { token: '1:bench', now, limits: true, inline: false, retryScale: 1 }
  const telegram = newWorld(settings)
  // Telegram begins anywhere; desks are shared out by it.
  telegram.updates.nextId = firstUpdate
  let troubles = none
  const line = newLine(telegram, time, () => troubles)
  const lines: string[] = []
  const office = newOffice({
    time,
    open: () => contender.open(stage),
    killed: line.unheard.killed,
    opened: () => jobs.handOut(),
  })
  const jobs = newQueue({
    time,
    labelOf: contender.labelOf ?? (() => ({ group: '', once: '' })),
    work: office.work,
    isOpen: office.isOpen,
  })
  const stage: Stage = {
    time,
    telegram,
    unheard: line.unheard,
    queue: jobs.queue,
    people: peopleIn(telegram, script.people),
    desks: Array.from({ length: script.desks }, (_, at) => deskIn(telegram, at)),
    now,
    api: line.api,
    log: (text) => {
      if (!time.task()?.isKilled) lines.push(text)
    },
    settle: time.run,
  }
  startSending({ telegram, time, chance, troubles: () => troubles, deliver: office.deliver })
  office.start()
  return {
    ...stage,
    lines,
    dead: jobs.dead,
    kill: office.kill,
    trouble: () => {
      troubles = troublesOf(script, chance)
    },
    isIdle: () => telegram.updates.all.size === 0 && jobs.isEmpty(),
  }
}
export type Playing = ReturnType<typeof newStage>

function troublesOf({ troubles }: Script, chance: () => number): Troubles {
  return troubles === 'once' ? onceEach() : often(troubles, chance)
}

function peopleIn(telegram: Telegram, count: number): Person[] {
  return Array.from({ length: count }, (_, at) =>
    personOf(telegram, newPerson(telegram, { name: `Person ${at + 1}`, language: 'pl' })),
  )
}

function deskIn(telegram: Telegram, at: number): Desk {
  const lead = personOf(telegram, newPerson(telegram, { name: `Lead ${at + 1}`, language: 'pl' }))
  const group = groupOf(telegram, newGroup(telegram, { title: `Desk ${at + 1}`, forum: true }))
  group.join(lead, 'administrator')
  group.addBot({ by: lead })
  return { group, lead }
}

/** What stands in a chat, or in a topic, the oldest first. */
export function messagesIn({ telegram }: Stage, chat: number, thread?: number): Message[] {
  const room = telegram.people.get(chat) ?? telegram.groups.get(chat)
  const all = [...(room?.messages.values() ?? [])].map(({ message }) => message)
  return thread === undefined ? all : all.filter((one) => one.message_thread_id === thread)
}

/** The newest button with this name. */
export function buttonIn(messages: Message[], name: string): Button | undefined {
  for (const { message_id: message, reply_markup: keyboard } of messages.toReversed()) {
    const all = keyboard?.inline_keyboard.flat() ?? []
    const data = all.find((one) => one.callback_data?.endsWith(`.${name}`))?.callback_data
    if (data !== undefined) return { message, data }
  }
  return undefined
}
