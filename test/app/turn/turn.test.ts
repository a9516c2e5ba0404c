import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Event, Incoming } from '../../../src/app/ports/arrival.ts'
import { advance } from '../../../src/core/engine/advance.ts'
import type { Effect, Input, Show, State } from '../../../src/core/turn.ts'
import { content } from '../../person.ts'
import { newScene, pickCrash, redeliver, type Scene } from '../scene.ts'
import { explore, type Pick } from '../schedule.ts'

interface Case {
  answers: string[]
  /** The updates that arrive at the same time; a repeat is the same update twice. */
  updates: (scene: Scene) => Incoming[]
  crashes: boolean
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
  'the way on from a verdict, which leaves it in the chat': {
    answers: [...untilPapers, 'no'],
    updates: (scene) => [scene.pressed(50, 'done')],
    crashes: true,
  },
}

/** A case under one order of its calls, and what became of it. */
interface Run {
  calls: string
  updates: number[]
  decided: number[]
  state: State | undefined
  shown: Screens
  /** What the engine alone comes to and says, update by update in the order in which they were decided. */
  alone: { state: State | undefined; shown: Screens }
  isCrashed: boolean
  unnoted: number
}

/** Keys of screens, by how they come. */
interface Screens {
  sent: string[]
  edited: string[]
}

describe.each(Object.entries(cases))('%s, under every order of all calls', (_name, one) => {
  const runs: Run[] = []
  beforeAll(async () => {
    await explore(async (pick) => void runs.push(await play(one, pick)))
  }, 240_000)

  /** The calls of the first runs in which it is so. */
  const where = (isSo: (run: Run) => boolean) =>
    runs
      .filter(isSo)
      .slice(0, 3)
      .map(({ calls }) => calls)

  test(`come in more than one, and ${one.crashes ? 'with' : 'without'} a crash`, () => {
    const isCrashed = runs.some((run) => run.isCrashed)
    expect([runs.length > 1, isCrashed]).toEqual([true, one.crashes])
  })

  test('each is decided once', () => {
    expect(
      where(({ decided, updates }) => !isDeepStrictEqual(decided.toSorted(), updates)),
    ).toEqual([])
  })

  test('all lead where they would one after the other', () => {
    expect(where(({ state, alone }) => !isDeepStrictEqual(state, alone.state))).toEqual([])
  })

  test('no answer is lost', () => {
    const isLost = ({ shown, alone }: Run) =>
      isMissing(shown.sent, alone.shown.sent) || isMissing(shown.edited, alone.shown.edited)
    expect(where(isLost)).toEqual([])
  })

  test('an answer is sent twice only where a crash kept it from being noted', () => {
    const isTooMuch = ({ shown, alone, unnoted }: Run) =>
      shown.sent.length > alone.shown.sent.length + unnoted
    expect(where(isTooMuch)).toEqual([])
  })
})

/** Plays a case once, under the picks of the explorer; Telegram brings again what was not taken. */
async function play({ answers, updates, crashes }: Case, pick: Pick): Promise<Run> {
  const scene = await newScene(answers)
  const { stage, sent, edited } = scene
  const arriving = updates(scene)
  const script = { pick, ...(crashes && pickCrash(pick)) }
  stage.begin(script)
  await stage.run(
    script,
    arriving.map((incoming, task) => scene.deliver(incoming, task)),
  )
  await redeliver(scene, arriving)
  const { state, recent = [] } = (await scene.talk()) ?? {}
  const ids = [...new Set(arriving.map(({ update }) => update))]
  const decided = recent.filter((update) => ids.includes(update))
  return {
    calls: stage.trace.join(' '),
    updates: ids,
    decided,
    state,
    shown: { sent, edited },
    alone: alone(scene, decided, arriving),
    isCrashed: stage.dead.size > 0,
    unnoted: unnoted(scene),
  }
}

function alone({ before }: Scene, order: number[], arriving: Incoming[]): Run['alone'] {
  let { state } = before
  const shown: Screens = { sent: [], edited: [] }
  for (const update of order) {
    const incoming = arriving.find((one) => one.update === update)
    if (!incoming) continue
    const turn = advance(content, { ...before, ...(state && { state }) }, inputOf(incoming))
    state = turn.state
    for (const view of turn.effects.filter((effect) => effect.kind === 'show'))
      shown[isInPlace(incoming, turn.effects, view) ? 'edited' : 'sent'].push(view.text.key)
  }
  return { state, shown }
}

function inputOf({ event }: Incoming): Input {
  if (event.kind === 'press') return event
  if (event.kind === 'text') return { kind: 'message', text: event.text }
  throw new Error(`${event.kind} is not used here`)
}

/** A press changes its message; where that one stays, or stays as it is, what is asked comes below. */
function isInPlace({ source }: Incoming, effects: Effect[], view: Show) {
  const screens = effects.filter(({ kind }) => kind === 'show')
  return source === 'press' && (view.lands === 'over' || (screens.length === 1 && !view.lands))
}

/** Messages that a killed task had sent and not noted yet. */
function unnoted({ stage }: Scene) {
  const made = (task: number, call: string) =>
    stage.trace.filter((one) => one === `${task}.${call}`).length
  return [...stage.dead].reduce((sum, task) => sum + made(task, 'send') - made(task, 'note'), 0)
}

/** Whether one of these was shown less often than it should. */
function isMissing(shown: string[], wanted: string[]) {
  const times = (keys: string[], key: string) => keys.filter((one) => one === key).length
  return wanted.some((key) => times(shown, key) < times(wanted, key))
}
