import { describe, expect, test } from 'vitest'
import type { Event, Incoming } from '../../../src/app/ports/arrival.ts'
import type { Source } from '../../../src/app/ports/source.ts'
import { advance } from '../../../src/core/engine/advance.ts'
import type { Effect, Input, State } from '../../../src/core/turn.ts'
import { content } from '../../person.ts'
import { newScene, pickCrash, redeliver, type Scene } from '../scene.ts'
import { explore, type Pick } from '../schedule.ts'

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
  const script = { pick, ...(crashes && pickCrash(pick)) }
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
  const sent = (key: string) => scene.sent.filter((one) => one === key).length
  const news = replies.flatMap(({ update, effects }) => {
    const { source } = arriving.find((one) => one.update === update) ?? {
      source: 'message' as Source,
    }
    return source === 'press' && screens(effects).length === 1 ? [] : screens(effects)
  })
  for (const key of news) {
    const wanted = news.filter((one) => one === key).length
    expect(sent(key), `each is answered: ${story}`).toBeGreaterThanOrEqual(wanted)
  }
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
