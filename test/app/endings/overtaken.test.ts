import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runJob } from '../../../src/app/jobs/jobs.ts'
import type { Incoming } from '../../../src/app/ports/arrival.ts'
import type { Store } from '../../../src/app/ports/world.ts'
import { Busy } from '../../../src/app/trouble.ts'
import { saySorry } from '../../../src/app/words/sorry.ts'
import { startDatabase } from '../../../src/entry/embedded.ts'
import { createStore } from '../../../src/store/store.ts'
import { keysOf } from '../../person.ts'
import { type Engine, newTable, scan } from '../../store/engines.ts'
import { type Ground, newScene, type Scene } from '../scene.ts'
import { heldAfter } from '../schedule.ts'

/** More calls than any of these turns makes over the table. */
const callsAtMost = 40

const command = (name: string) => ({ kind: 'command', name }) as const
const text = (words: string) => ({ kind: 'text', text: words }) as const

interface Story {
  open: () => Promise<Scene>
  updates: (scene: Scene) => [Incoming, Incoming]
  check: (scene: Scene, how: string) => Promise<void>
}

/** Two deeds side by side on a stage; false when the held one made fewer calls, so that holding it later is no other story. */
async function play(
  { stage }: Scene,
  begin: () => Promise<unknown>[],
  { held, calls }: { held: number; calls: number },
) {
  const choose = heldAfter(held, calls)
  let made = 0
  const next: typeof choose = (waiting) => {
    const index = choose(waiting)
    if (waiting[index]?.task === held) made++
    return index
  }
  const script = { pick: () => 0, next }
  stage.begin(script)
  await stage.run(script, begin())
  return made >= calls
}

/** Tells a story with each of its two deeds held after each of its calls while the other runs to its end. */
async function everyHold(tell: (hold: { held: number; calls: number }) => Promise<boolean>) {
  for (const held of [0, 1])
    for (let calls = 1; calls <= callsAtMost; calls++) if (!(await tell({ held, calls }))) break
}

/** Two updates of one person. */
function everyWay({ open, updates, check }: Story) {
  return everyHold(async (hold) => {
    const scene = await open()
    const arriving = updates(scene)
    const begin = () => arriving.map((incoming, task) => scene.deliver(incoming, task))
    const isWhole = await play(scene, begin, hold)
    await check(scene, `${JSON.stringify(hold)} ${scene.stage.trace.join(' ')}`)
    return isWhole
  })
}

/** Every key on the phone. */
function shown({ phone }: Scene) {
  return phone.bubbles.flatMap(({ screen }) => keysOf(screen.text))
}

/** Whether one update was decided before another. */
async function isBefore(scene: Scene, earlier: number, later: number) {
  const { recent = [] } = (await scene.talk()) ?? {}
  return recent.includes(earlier) && recent.indexOf(earlier) < recent.indexOf(later)
}

describe('a chat that is hidden while something is on its way', () => {
  const open = () => newScene(['DE', 'advert'])
  const hiding = { flow: 'sos', step: 'watched', choice: 'hide' } as const
  const pressesHide = (scene: Scene, update: number): Incoming => ({
    ...scene.pressed(update, 'sos'),
    event: { kind: 'press', ...hiding },
  })
  const isSilent = async (scene: Scene, how: string) => {
    if (!(await isBefore(scene, 50, 51))) return
    // What the person wrote is gone too.
    if (scene.wroteMessage(50)) expect(scene.phone.erased, how).toContain(50)
    expect(
      shown(scene).filter((key) => !key.startsWith('common:hidden')),
      how,
    ).toEqual([])
  }

  test('says nothing that was decided before: the answer to a word', () =>
    everyWay({
      open,
      updates: (scene) => [scene.typed(50, text('ile to')), pressesHide(scene, 51)],
      check: isSilent,
    }))

  test('says nothing that was decided before: the answer to a press', () =>
    everyWay({
      open,
      updates: (scene) => [scene.pressed(50, 'yes'), scene.typed(51, command('hide'))],
      check: isSilent,
    }))

  test('says nothing that was decided before, below a message too old to be deleted', () =>
    everyWay({
      open: async () => {
        const scene = await open()
        scene.forward(50 * 3600)
        return scene
      },
      updates: (scene) => [scene.pressed(50, 'yes'), scene.typed(51, command('hide'))],
      check: async (scene, how) => {
        if (!(await isBefore(scene, 50, 51))) return
        expect(
          shown(scene).filter((key) => key !== 'common:blank' && !key.startsWith('common:hidden')),
          how,
        ).toEqual([])
      },
    }))

  test('ends with the neutral line', () =>
    everyWay({
      open,
      updates: (scene) => [scene.typed(50, text('ile to')), pressesHide(scene, 51)],
      check: async (scene, how) => {
        const isFirst = await isBefore(scene, 50, 51)
        if (isFirst) expect(shown(scene), how).toEqual(['common:hidden'])
      },
    }))

  const showsHelp = async (scene: Scene, how: string) => {
    if (await isBefore(scene, 50, 51)) expect(shown(scene), how).toContain('sos:now.text')
  }

  test('shows help that was asked for afterwards by a word', () =>
    everyWay({
      open,
      updates: (scene) => [pressesHide(scene, 50), scene.typed(51, command('sos'))],
      check: showsHelp,
    }))

  test('shows help that was asked for afterwards by a button', () =>
    everyWay({
      open,
      updates: (scene) => [scene.typed(50, command('hide')), scene.pressed(51, 'sos')],
      check: showsHelp,
    }))
})

describe('what was on its way while the chat was emptied', () => {
  /** The answer to a word is sent after the chat was emptied; taking it back fails so many times. */
  async function overtaken(failures: number) {
    const scene = await newScene(['DE', 'advert'])
    const { phone } = scene.world
    const { send, erase } = phone
    const word = scene.typed(50, text('ile to'))
    let left = failures
    phone.send = async (...given) => {
      phone.send = send
      await scene.deliver(
        {
          ...scene.pressed(51, 'sos'),
          event: { kind: 'press', flow: 'sos', step: 'watched', choice: 'hide' },
        },
        1,
      )
      phone.erase = async (...erasing) => {
        if (left-- > 0) throw new Busy(1, 'a test wants it')
        return erase(...erasing)
      }
      return send(...given)
    }
    const deliver = () => scene.deliver(word, 0)
    return { scene, deliver }
  }

  test('is taken back', async () => {
    const { scene, deliver } = await overtaken(0)
    await deliver()
    expect(shown(scene)).toEqual(['common:hidden'])
  })

  test('is not followed by a word that something broke', async () => {
    const { scene, deliver } = await overtaken(0)
    await deliver()
    await saySorry(scene.world, scene.typed(50, text('ile to')))
    expect(shown(scene)).toEqual(['common:hidden'])
  })

  test('is taken back by a repeat, where that failed at first', async () => {
    const { scene, deliver } = await overtaken(1)
    await expect(deliver()).rejects.toThrow(Busy)
    await deliver()
    expect([shown(scene), scene.phone.erased.includes(50)]).toEqual([['common:hidden'], true])
  })
})

describe('a hide and a forget at the same time', () => {
  test('leave no id of a message', () =>
    everyWay({
      open: () => newScene(['DE', 'advert']),
      updates: (scene) => [
        {
          ...scene.pressed(50, 'sos'),
          event: { kind: 'press', flow: 'sos', step: 'watched', choice: 'hide' },
        },
        scene.typed(51, command('forget')),
      ],
      check: async (scene, how) => {
        if (await scene.talk()) return
        expect(await scene.world.messages.of(7), how).toEqual([])
      },
    }))
})

/** Somebody before the question whether the bot shall ask how things are. */
async function beforeCheckIns(groundAt?: (now: () => Date) => Promise<Ground>) {
  const scene = await newScene([], groundAt)
  const opens = { kind: 'command', name: 'start', payload: 'check-in' } as const
  await scene.deliver(scene.typed(30, opens), 0)
  for (const [at, choice] of ['plan', 'NL', 'tomorrow'].entries())
    await scene.deliver(scene.pressed(31 + at, choice), 0)
  return scene
}

describe('a plan and the wish to get nothing any more, at the same time', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await startDatabase()
  })
  afterAll(() => engine.stop())

  /** Over the table every request can be held, and there are four dues to be written one by one. */
  async function overTable() {
    let items: () => Promise<Record<string, unknown>[]> = async () => []
    const scene = await beforeCheckIns(async (now) => {
      const table = await newTable(engine.endpoint, now)
      items = () => scan(table)
      const store: Store = createStore(table)
      return {
        store,
        onStage: (stage, task) =>
          createStore({ ...table, client: stage.guard(task, table.client) }),
      }
    })
    return { scene, items: () => items() }
  }

  test.each(['stop', 'forget'])('/%s that was decided later leaves no plan', async (name) => {
    await everyWay({
      open: () => beforeCheckIns(),
      updates: (scene) => [scene.pressed(50, 'yes'), scene.typed(51, command(name))],
      check: async (scene, how) => {
        const isLater = name === 'forget' || (await isBefore(scene, 50, 51))
        if (isLater && !(await isBefore(scene, 51, 50)))
          expect(await scene.world.plans.of(7), how).toEqual([])
      },
    })
  })

  test('/forget leaves no chat id in the table', async () => {
    const tables = new Map<Scene, Awaited<ReturnType<typeof overTable>>['items']>()
    await everyWay({
      open: async () => {
        const { scene, items } = await overTable()
        tables.set(scene, items)
        return scene
      },
      updates: (scene) => [scene.pressed(50, 'yes'), scene.typed(51, command('forget'))],
      check: async (scene, how) => {
        if (await scene.talk()) return
        const left = (await tables.get(scene)?.()) ?? []
        const dues = left.filter(({ pk }) => /^(DUE#|THEME#)/.test(String(pk)))
        expect(dues, how).toEqual([])
      },
    })
  }, 120_000)
})

describe('a check-in on its way', () => {
  /** The job of the first check-in beside the update of somebody who wants none. */
  const beside = (name: string) =>
    everyHold(async (hold) => {
      const scene = await beforeCheckIns()
      await scene.deliver(scene.pressed(40, 'yes'), 0)
      const [due] = await scene.world.plans.of(7)
      if (!due) throw new Error('nothing is planned')
      scene.forward(due.minute * 60 - scene.world.now().getTime() / 1000)
      const before = shown(scene).length
      const { stage, world } = scene
      const guarded = {
        ...world,
        ...stage.guardStore(0, world),
        phone: stage.guard(0, world.phone),
      }
      const job = { kind: 'due', chat: 7, ...due, language: 'pl' } as const
      const begin = () => [runJob(guarded, job), scene.deliver(scene.typed(50, command(name)), 1)]
      const isWhole = await play(scene, begin, hold)
      const how = `${JSON.stringify(hold)} ${stage.trace.join(' ')}`
      const [decided, ended] = ['0.keep', '1.keep'].map((call) => stage.trace.indexOf(call))
      const isEndedFirst = decided === -1 || (ended ?? 0) < (decided ?? 0)
      const isAsked = shown(scene).slice(before).includes('check-in:arrival.text')
      if (isEndedFirst) expect(isAsked, how).toBe(false)
      expect(shown(scene).at(-1), how).not.toBe('check-in:arrival.text')
      if (name === 'forget') expect(await scene.talk(), how).toBeUndefined()
      return isWhole
    })

  test.each(['stop', 'forget'])('does not come to who said /%s before it was decided', beside)
})
