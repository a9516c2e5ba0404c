import { describe, expect, test } from 'vitest'
import { newScene, pickCrash, redeliver, type Scene } from './scene.ts'
import { explore } from './schedule.ts'

/** Presses a button with a crash at each of its calls, repeats it as Telegram does, then checks what is left. */
function everyWay(way: string[], choice: string, check: (scene: Scene) => Promise<void>) {
  return explore(async (pick) => {
    const scene = await newScene([])
    const [command = '', ...answers] = way
    await scene.deliver(scene.typed(10, { kind: 'command', name: 'start', payload: command }), 0)
    for (const [index, answer] of answers.entries())
      await scene.deliver(scene.pressed(11 + index, answer), 0)
    const press = scene.pressed(50, choice)
    const script = { pick, ...pickCrash(pick) }
    scene.stage.begin(script)
    await scene.stage.run(script, [scene.deliver(press, 1)])
    await redeliver(scene, [press])
    await check(scene)
  })
}

/** The screen that can be answered. */
function open({ phone }: Scene) {
  const at = phone.bubbles.findLast(({ buttons }) => buttons)?.screen.at
  return `${at?.flow}.${at?.step}`
}

describe('with a crash at each of its calls', () => {
  test('a yes plans four check-ins and says so', async () => {
    await everyWay(['check-in', 'plan', 'NL', 'today'], 'yes', async (scene) => {
      const planned = await scene.world.plans.of(7)
      const story = scene.stage.trace.join(' ')
      expect([planned.length, open(scene)], story).toEqual([4, 'check-in.planned'])
    })
  })

  test('a press asks for tips and shows that they are on', async () => {
    await everyWay(['tips'], 'on-rights', async (scene) => {
      const shown = scene.phone.bubbles.at(-1)?.screen.choices?.map(({ id }) => id)
      const story = scene.stage.trace.join(' ')
      expect(await scene.world.tips.of(7), story).toEqual(['rights'])
      expect(shown, story).toContain('off-rights')
    })
  })

  test('a press ends all tips', async () => {
    await everyWay(['tips', 'on-rights', 'on-offers'], 'end', async (scene) => {
      const story = scene.stage.trace.join(' ')
      expect([await scene.world.tips.of(7), open(scene)], story).toEqual([[], 'tips.ended'])
    })
  })

  test('a tick is one tick', async () => {
    await everyWay(['departure', 'list'], 'on-contract', async (scene) => {
      const { ticks } = (await scene.talk()) ?? {}
      expect(ticks, scene.stage.trace.join(' ')).toEqual({ 'departure.list': ['contract'] })
    })
  })
})

test('a plan that a crash held back until it was over plans what is still ahead', async () => {
  const scene = await newScene([])
  await scene.deliver(scene.typed(10, { kind: 'command', name: 'start', payload: 'check-in' }), 0)
  for (const [index, answer] of ['plan', 'NL', 'today'].entries())
    await scene.deliver(scene.pressed(11 + index, answer), 0)
  const press = scene.pressed(50, 'yes')
  const plan = scene.world.plans.set
  scene.world.plans.set = async () => {
    throw new Error('a crash')
  }
  await scene.deliver(press, 1).catch(() => {})
  scene.world.plans.set = plan
  scene.forward(2 * 86_400)
  await scene.deliver(scene.typed(51, { kind: 'text', text: 'hm' }), 2)
  expect((await scene.world.plans.of(7)).map(({ what }) => what)).toEqual([
    'days',
    'weeks',
    'month',
  ])
})
