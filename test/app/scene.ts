import type { Event, Incoming } from '../../src/app/ports/arrival.ts'
import type { Seen, Talk } from '../../src/app/ports/talk.ts'
import type { Store, World } from '../../src/app/ports/world.ts'
import { handle } from '../../src/app/turn/handle.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'
import { idle } from '../idle.ts'
import { type Bubble, content, keysOf, newPhone } from '../person.ts'
import { newStage, type Pick, type Script, type Stage } from './schedule.ts'

/** Where talks are kept: the store, and the same store as one task sees it on the stage. */
export interface Ground {
  store: Store
  onStage: (stage: Stage, task: number) => Store
}

const begin = Date.parse('2026-11-22T12:00:00Z')

/** A person in the middle of an offer check, with one open screen, on a stage where every call can be delayed. */
export async function newScene(answers: string[], groundAt = inMemory) {
  let time = begin
  const now = () => new Date(time)
  const { store, onStage } = await groundAt(now)
  const { talk, seen, bubbles } = await whereItLeads(answers)
  const phone = newPhone(bubbles)
  const before = await store.talks.keep(7, { ...talk, version: 0 })
  await store.messages.note(7, seen)
  const stage = newStage()
  const sent: string[] = []
  const edited: string[] = []
  const answered: string[] = []
  const screens: World['phone'] = {
    ...phone.port,
    send: async (to, screen) => {
      sent.push(...keysOf(screen.text).slice(0, 1))
      return phone.port.send(to, screen)
    },
    edit: async (to, message, screen) => {
      edited.push(...keysOf(screen.text).slice(0, 1))
      return phone.port.edit(to, message, screen)
    },
    answer: async (press, voice, toast) => {
      answered.push(press)
      return phone.port.answer(press, voice, toast)
    },
  }
  const world: World = { ...idle, content, ...store, phone: screens, now, log: () => {} }
  const acked = new Set<number>()
  const deliver = async (incoming: Incoming, task: number) => {
    const guarded = {
      ...world,
      ...onStage(stage, task),
      phone: stage.guard(task, screens),
    }
    await handle(guarded, incoming)
    acked.add(incoming.update)
  }
  return {
    world,
    stage,
    deliver,
    ...newHand(phone),
    sent,
    edited,
    answered,
    phone,
    before,
    acked,
    forward: (seconds: number) => {
      time += seconds * 1000
    },
    talk: () => store.talks.load(7),
  }
}
export type Scene = Awaited<ReturnType<typeof newScene>>

/** What a person can send: words and commands, and presses of the screen that is open. */
function newHand({ bubbles }: ReturnType<typeof newPhone>) {
  const base = { chat: 7, sentAt: begin / 1000 }
  const written = new Set<number>()
  return {
    typed: (update: number, event: Event): Incoming => {
      written.add(update)
      return { ...base, update, source: 'message', message: update, event }
    },
    pressed: (update: number, choice: string): Incoming => {
      const bubble = bubbles.findLast(({ buttons }) => buttons)
      const at = bubble?.screen.at ?? { flow: '', step: '' }
      return {
        ...base,
        update,
        source: 'press',
        message: bubble?.id ?? 0,
        press: { id: `p${update}`, on: 'screen' },
        event: { kind: 'press', ...at, choice },
      }
    },
    /** Whether this update was a message of the person, which bears the same number. */
    wroteMessage: (update: number) => written.has(update),
  }
}

/** What the table and the phone hold after some answers. */
interface Place {
  talk: Talk
  seen: Seen[]
  bubbles: Bubble[]
}

const places = new Map<string, Promise<Place>>()

/** Played once for all scenes that begin there. */
function whereItLeads(answers: string[]): Promise<Place> {
  const name = answers.join()
  const place = places.get(name) ?? play(answers)
  places.set(name, place)
  return place
}

async function play(answers: string[]): Promise<Place> {
  const now = () => new Date(begin)
  const phone = newPhone()
  const store = createMemoryStore(now)
  const world: World = { ...idle, content, ...store, phone: phone.port, now, log: () => {} }
  const { typed, pressed } = newHand(phone)
  await handle(world, typed(1, { kind: 'command', name: 'start' }))
  await handle(world, pressed(2, 'pl'))
  await handle(world, typed(3, { kind: 'command', name: 'start', payload: 'offer' }))
  for (const [index, answer] of ['adult', 'questions', ...answers].entries())
    await handle(world, pressed(4 + index, answer))
  const talk = await store.talks.load(7)
  if (!talk) throw new Error('nobody talks')
  return { talk, seen: await store.messages.of(7), bubbles: phone.bubbles }
}

async function inMemory(now: () => Date): Promise<Ground> {
  const store = createMemoryStore(now)
  return { store, onStage: (stage, task) => stage.guardStore(task, store) }
}
/** Telegram sends again whatever was not acknowledged, until it is. */
export async function redeliver(scene: Scene, updates: Incoming[]) {
  for (let round = 0; round < 4; round++) {
    for (const update of updates.filter((one) => !scene.acked.has(one.update))) {
      scene.forward(31)
      await scene.deliver(update, 100 + round).catch(() => {})
    }
  }
}

/** More calls than any of these turns makes; a crash at a call that never comes is no crash. */
const callsAtMost = 16

/** No crash, or one at each call: before it has an effect, or before it returns. */
export function pickCrash(pick: Pick): { crash: NonNullable<Script['crash']> } | undefined {
  const point = pick(2 * callsAtMost + 1)
  if (point === 0) return undefined
  return { crash: { call: (point - 1) >> 1, when: point % 2 ? 'before' : 'after' } }
}
