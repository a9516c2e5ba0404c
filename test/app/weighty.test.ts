import { describe, expect, test } from 'vitest'
import type { Incoming } from '../../src/app/ports.ts'
import { keysOf } from '../person.ts'
import { newScene, pickCrash, redeliver, type Scene } from './scene.ts'
import { explore } from './schedule.ts'

/** Plays updates under every order of their calls with a crash at each, then checks what is left. */
function everyWay(
  updates: (scene: Scene) => Incoming[],
  check: (scene: Scene) => Promise<void>,
  repeats = true,
) {
  return explore(async (pick) => {
    const scene = await newScene(['DE', 'advert'])
    const arriving = updates(scene)
    const script = { pick, ...pickCrash(pick) }
    scene.stage.begin(script)
    const tasks = arriving.map((incoming, task) => scene.deliver(incoming, task))
    await scene.stage.run(script, tasks)
    if (repeats) await redeliver(scene, arriving)
    await check(scene)
  })
}

const command = (name: string) => ({ kind: 'command' as const, name })

/** Every key on the phone. */
function shown({ phone }: Scene) {
  return phone.bubbles.flatMap(({ screen }) => keysOf(screen.text))
}

describe('hiding, with a crash at each of its calls', () => {
  const isHidden = (key: string) => key.startsWith('common:hidden')

  test('ends with the neutral line and nothing else', async () => {
    await everyWay(
      (scene) => [scene.typed(50, command('hide'))],
      async (scene) => {
        const story = scene.stage.trace.join(' ')
        expect(shown(scene).length, story).toBeGreaterThan(0)
        expect(shown(scene).every(isHidden), story).toBe(true)
      },
    )
  })

  test('leaves nothing to do', async () => {
    await everyWay(
      (scene) => [scene.typed(50, command('hide'))],
      async (scene) => expect((await scene.talk())?.pending.message).toBeUndefined(),
    )
  })

  test('what a crash left is finished by whatever comes next', async () => {
    await everyWay(
      (scene) => [scene.typed(50, command('hide'))],
      async (scene) => {
        const wasDecided = (await scene.talk())?.recent.includes(50)
        scene.forward(31)
        await scene.deliver(scene.typed(51, command('privacy')), 200)
        const left = shown(scene).filter((key) => key.startsWith('offer:'))
        expect(left.length > 0, scene.stage.trace.join(' ')).toBe(!wasDecided)
      },
      false,
    )
  })
})

describe('forgetting, with a crash at each of its calls', () => {
  test('leaves nothing of the person', async () => {
    await everyWay(
      (scene) => [scene.typed(50, command('forget'))],
      async (scene) => {
        expect(await scene.talk()).toBeUndefined()
        expect(await scene.world.store.seen(7)).toEqual([])
      },
    )
  })

  test('is said', async () => {
    await everyWay(
      (scene) => [scene.typed(50, command('forget'))],
      async (scene) => expect(shown(scene)).toContain('common:forgotten'),
    )
  })

  test('a press afterwards begins anew', async () => {
    await everyWay(
      (scene) => [scene.typed(50, command('forget'))],
      async (scene) => {
        await scene.deliver(scene.pressed(51, 'yes'), 200)
        expect((await scene.talk())?.country).toBeUndefined()
      },
    )
  })
})
