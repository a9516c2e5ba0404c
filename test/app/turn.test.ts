import { describe, expect, test } from 'vitest'
import { handle } from '../../src/app/handle.ts'
import type { Event, Incoming, Source, World } from '../../src/app/ports.ts'
import { advance } from '../../src/core/advance.ts'
import type { Effect, Input, State } from '../../src/core/turn.ts'
import { createMemoryStore } from '../../src/store/memory.ts'
import { content, keysOf, newPhone } from '../person.ts'
import { explore, newStage, type Pick } from './schedule.ts'

/** More calls than any of these turns makes; a crash at a call that never comes is no crash. */
const callsAtMost = 16

/** A person in the middle of an offer check, with one open screen, on a stage where every call can be delayed. */
async function newScene(answers: string[]) {
  let time = Date.parse('2026-11-22T12:00:00Z')
  const now = () => new Date(time)
  const phone = newPhone()
  const store = createMemoryStore(now)
  const stage = newStage()
  const sent: string[] = []
  const edited: string[] = []
  const answered: string[] = []
  const channel: World['channel'] = {
    ...phone.channel,
    send: async (to, screen) => {
      sent.push(...keysOf(screen.text).slice(0, 1))
      return phone.channel.send(to, screen)
    },
    edit: async (to, message, screen) => {
      edited.push(...keysOf(screen.text).slice(0, 1))
      return phone.channel.edit(to, message, screen)
    },
    answer: async (press, voice, toast) => {
      answered.push(press)
      return phone.channel.answer(press, voice, toast)
    },
  }
  const world: World = { content, store, channel, now, log: () => {} }
  const acked = new Set<number>()
  const deliver = async (incoming: Incoming, task: number) => {
    const guarded = {
      ...world,
      store: stage.guard(task, store),
      channel: stage.guard(task, channel),
    }
    await handle(guarded, incoming)
    acked.add(incoming.update)
  }
  const base = { chat: 7, sentAt: Math.floor(time / 1000) }
  const typed = (update: number, event: Event): Incoming => ({
    ...base,
    update,
    source: 'message',
    message: update,
    event,
  })
  const pressed = (update: number, choice: string): Incoming => {
    const bubble = phone.bubbles.findLast(({ buttons }) => buttons)
    const at = bubble?.screen.at ?? { flow: '', step: '' }
    const event: Event = { kind: 'press', ...at, choice }
    return {
      ...base,
      update,
      source: 'press',
      message: bubble?.id ?? 0,
      press: `p${update}`,
      event,
    }
  }
  await handle(world, typed(1, { kind: 'command', name: 'start' }))
  await handle(world, pressed(2, 'pl'))
  await handle(world, typed(3, { kind: 'command', name: 'start', payload: 'offer' }))
  let update = 3
  for (const answer of answers) await handle(world, pressed(++update, answer))
  for (const log of [sent, edited, answered]) log.length = 0
  const before = await store.load(7)
  return {
    world,
    stage,
    deliver,
    typed,
    pressed,
    sent,
    edited,
    answered,
    phone,
    before,
    acked,
    forward: (seconds: number) => {
      time += seconds * 1000
    },
    talk: () => store.load(7),
  }
}
type Scene = Awaited<ReturnType<typeof newScene>>

/** Telegram sends again whatever was not acknowledged, until it is. */
async function redeliver(scene: Scene, updates: Incoming[]) {
  for (let round = 0; round < 4; round++) {
    for (const update of updates.filter((one) => !scene.acked.has(one.update))) {
      scene.forward(31)
      await scene.deliver(update, 100 + round).catch(() => {})
    }
  }
}

/** What the engine alone says to the same updates, in the order in which they were decided. */
function alone(scene: Scene, order: number[], updates: Incoming[]) {
  let state: State | undefined = scene.before?.state
  const replies: { update: number; effects: Effect[] }[] = []
  for (const update of order) {
    const incoming = updates.find((one) => one.update === update)
    if (!incoming) continue
    const input = inputOf(incoming)
    const turn = advance(content, { ...scene.before, state }, input)
    state = turn.state
    replies.push({ update, effects: turn.effects })
  }
  return { state, replies }
}

function inputOf({ event }: Incoming): Input {
  if (event.kind === 'press') return event
  if (event.kind === 'text') return { kind: 'message', text: event.text }
  throw new Error(`${event.kind} is not used here`)
}

function screens(effects: Effect[]): string[] {
  return effects.flatMap((effect) => (effect.kind === 'show' ? [effect.text.key] : []))
}

interface Case {
  answers: string[]
  /** The updates that arrive at the same time; a repeat is the same update twice. */
  updates: (scene: Scene) => Incoming[]
  crashes: boolean
}

/** Plays a case once, under the picks of the explorer, and checks the promises. */
async function play({ answers, updates, crashes }: Case, pick: Pick) {
  const scene = await newScene(answers)
  const arriving = updates(scene)
  const point = crashes ? pick(2 * callsAtMost + 1) : 0
  const crash =
    point > 0
      ? { call: (point - 1) >> 1, when: point % 2 ? ('before' as const) : ('after' as const) }
      : undefined
  const script = { pick, ...(crash && { crash }) }
  scene.stage.begin(script)
  await scene.stage.run(
    script,
    arriving.map((incoming, task) => scene.deliver(incoming, task)),
  )
  await redeliver(scene, arriving)
  return { scene, arriving, crashed: scene.stage.dead.size > 0 }
}

function check(
  { scene, arriving, crashed }: Awaited<ReturnType<typeof play>>,
  talk: Awaited<ReturnType<Scene['talk']>>,
) {
  const story = scene.stage.trace.join(' ')
  const ids = [...new Set(arriving.map(({ update }) => update))]
  const order = (talk?.recent ?? []).filter((update) => ids.includes(update))
  expect(order.toSorted(), `decided once: ${story}`).toEqual(ids.toSorted())
  const { state, replies } = alone(scene, order, arriving)
  expect(talk?.state, `as if one after the other: ${story}`).toEqual(state)
  for (const { update, effects } of replies) {
    const { source } = arriving.find((one) => one.update === update) ?? {
      source: 'message' as Source,
    }
    const shown = source === 'press' && screens(effects).length === 1 ? scene.edited : scene.sent
    for (const key of screens(effects))
      expect(shown, `${update} is answered: ${story}`).toContain(key)
  }
  const news = replies.flatMap(({ update, effects }) => {
    const { source } = arriving.find((one) => one.update === update) ?? {
      source: 'message' as Source,
    }
    return source === 'press' && screens(effects).length === 1 ? [] : screens(effects)
  })
  // A crash between Telegram's answer and our note of it is the one reason to say something twice.
  const allowed = news.length + (crashed ? unnoted(scene) : 0)
  expect(scene.sent.length, `said too often: ${story}`).toBeLessThanOrEqual(allowed)
}

/** Messages that a killed task had sent and not noted yet. */
function unnoted({ stage }: Scene) {
  const made = (task: number, call: string) =>
    stage.trace.filter((one) => one === `${task}.${call}`).length
  return [...stage.dead].reduce((sum, task) => sum + made(task, 'send') - made(task, 'note'), 0)
}

const untilFee = ['DE', 'advert', 'yes', 'yes', 'similar']
const untilPapers = [...untilFee, 'yes', 'no', 'yes', 'before', 'no', 'no']
const text = (words: string): Event => ({ kind: 'text', text: words })

const cases: Record<string, Case> = {
  'a message and a press': {
    answers: untilFee,
    updates: (scene) => [scene.typed(50, text('ile to kosztuje')), scene.pressed(51, 'yes')],
    crashes: true,
  },
  'two messages': {
    answers: untilFee,
    updates: (scene) => [scene.typed(50, text('ile to')), scene.typed(51, text('kosztuje'))],
    crashes: false,
  },
  'a press and its repeat': {
    answers: untilFee,
    updates: (scene) => [scene.pressed(50, 'yes'), scene.pressed(50, 'yes')],
    crashes: true,
  },
  'a message and its repeat': {
    answers: untilFee,
    updates: (scene) => [scene.typed(50, text('halo')), scene.typed(50, text('halo'))],
    crashes: true,
  },
  'the last answer, which sends a verdict': {
    answers: untilPapers,
    updates: (scene) => [scene.pressed(50, 'no')],
    crashes: true,
  },
}

describe('a turn under every order of its calls, with a crash at each of them', () => {
  for (const [name, one] of Object.entries(cases)) {
    test(`${name}: decided once, nothing lost, doubled only where allowed`, async () => {
      let crashes = 0
      const runs = await explore(async (pick) => {
        const played = await play(one, pick)
        if (played.crashed) crashes++
        check(played, await played.scene.talk())
      })
      expect(runs).toBeGreaterThan(1)
      expect(crashes > 0).toBe(one.crashes)
    }, 240_000)
  }
})
