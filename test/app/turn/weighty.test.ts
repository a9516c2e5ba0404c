import { describe, expect, test } from 'vitest'
import type { Incoming } from '../../../src/app/ports/arrival.ts'
import { type Bot, checksOffer, newBot, say } from '../../bot.ts'
import { keysOf } from '../../person.ts'
import { newScene, pickCrash, redeliver, type Scene } from '../scene.ts'
import { explore } from '../schedule.ts'

interface Way {
  updates: (scene: Scene) => Incoming[]
  open?: () => Promise<Scene>
  /** Telegram sends again what was not taken. */
  repeats?: boolean
}

/** Plays updates under every order of their calls with a crash at each, then checks what is left. */
function everyWay(
  { updates, open = () => newScene(['DE', 'advert']), repeats = true }: Way,
  check: (scene: Scene) => Promise<void>,
) {
  return explore(async (pick) => {
    const scene = await open()
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
  const updates = (scene: Scene) => [scene.typed(50, command('hide'))]

  test('ends with the neutral line and nothing else', async () => {
    await everyWay({ updates }, async (scene) => {
      const story = scene.stage.trace.join(' ')
      expect(shown(scene).length, story).toBeGreaterThan(0)
      expect(shown(scene).every(isHidden), story).toBe(true)
    })
  })

  test('leaves nothing to do', async () => {
    await everyWay({ updates }, async (scene) =>
      expect((await scene.talk())?.pending.message).toBeUndefined(),
    )
  })

  test('what a crash left is finished by whatever comes next', async () => {
    await everyWay({ updates, repeats: false }, async (scene) => {
      const wasDecided = (await scene.talk())?.recent.includes(50)
      scene.forward(31)
      await scene.deliver(scene.typed(51, command('privacy')), 200)
      const left = shown(scene).filter((key) => key.startsWith('offer:'))
      expect(left.length > 0, scene.stage.trace.join(' ')).toBe(!wasDecided)
    })
  })
})

/** Somebody before the question whether they are sure. */
async function beforeForgetting() {
  const scene = await newScene(['DE', 'advert'])
  for (const [at, choice] of ['menu', 'settings', 'forget'].entries())
    await scene.deliver(scene.pressed(30 + at, choice), 0)
  return scene
}

const forgettings: [string, Way][] = [
  ['by a command', { updates: (scene) => [scene.typed(50, command('forget'))] }],
  ['by a button', { open: beforeForgetting, updates: (scene) => [scene.pressed(50, 'yes')] }],
]

describe.each(forgettings)('forgetting %s, with a crash at each of its calls', (_how, way) => {
  test('leaves nothing of the person', async () => {
    await everyWay(way, async (scene) => {
      expect(await scene.talk()).toBeUndefined()
      expect(await scene.world.messages.of(7)).toEqual([])
    })
  })

  test('is said, and it is the last word', async () => {
    await everyWay(way, async (scene) => expect(shown(scene).at(-1)).toBe('common:forgotten'))
  })

  test('a press afterwards begins anew', async () => {
    await everyWay(way, async (scene) => {
      await scene.deliver(scene.pressed(51, 'yes'), 200)
      expect((await scene.talk())?.country).toBeUndefined()
    })
  })
})

test.each<[string, (bot: Bot) => void]>([
  ['the press comes twice', (bot) => bot.telegram.faults.add({ kind: 'redeliver' })],
  ['it comes twice at once', (bot) => bot.telegram.faults.add({ kind: 'duplicate-update' })],
  [
    'the press cannot be answered at first',
    (bot) =>
      bot.telegram.faults.add({
        kind: 'status',
        method: 'answerCallbackQuery',
        status: 429,
        retry_after: 1,
      }),
  ],
])('somebody forgotten by a button is told so for good, though %s', async (_how, goesWrong) => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'fee')
  for (const choice of ['menu', 'settings', 'forget']) await person.taps(choice)
  goesWrong(bot)
  await person.taps('yes')
  expect(person.last()).toMatchObject({ text: say('common:forgotten'), buttons: [] })
  expect(await bot.world.talks.load(person.id)).toBeUndefined()
})
