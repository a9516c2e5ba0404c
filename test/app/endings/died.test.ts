import { describe, expect, test } from 'vitest'
import { keysOf } from '../../person.ts'
import { newScene } from '../scene.ts'
import type { Script } from '../schedule.ts'

/**
 * A word is decided, and an ending begins. Once that has made a certain call the answer to the word is sent and noted, and its
 * process dies before it could take the answer back. The ending goes on.
 */
async function dies(way: string[], begun: string) {
  const scene = await newScene(['DE', 'advert'])
  for (const [at, choice] of way.slice(0, -1).entries())
    await scene.deliver(scene.pressed(30 + at, choice), 0)
  const word = scene.typed(50, { kind: 'text', text: 'ile to' })
  const ending = scene.pressed(51, way.at(-1) ?? '')
  const { dead, trace } = scene.stage
  const acts = [
    { task: 0, until: '0.keep' },
    { task: 1, until: `1.${begun}` },
    { task: 0, until: '0.note' },
  ]
  const next: Script['next'] = (waiting) => {
    const act = acts.find(({ until }) => !trace.includes(until))
    if (!act) dead.add(0)
    return waiting.findIndex(({ task }) => task === (act?.task ?? 1))
  }
  const script = { pick: () => 0, next }
  scene.stage.begin(script)
  await scene.stage.run(script, [scene.deliver(word, 0), scene.deliver(ending, 1)])
  return scene
}

describe('an answer whose process dies before it could take it back', () => {
  test('does not stand in a chat that was hidden meanwhile', async () => {
    const { phone } = await dies(['sos', 'watched', 'hide'], 'of')
    expect(phone.bubbles.flatMap(({ screen }) => keysOf(screen.text))).toEqual(['common:hidden'])
  })

  test('leaves no id of somebody who was forgotten meanwhile', async () => {
    const { world } = await dies(['menu', 'settings', 'forget', 'yes'], 'drop')
    expect(await world.messages.of(7)).toEqual([])
  })
})
