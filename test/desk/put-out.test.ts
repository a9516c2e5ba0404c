import { expect, test } from 'vitest'
import { say } from '../bot.ts'
import { newScene } from './scene.ts'

/** A desk whose group has put the bot out. */
async function newPutOut() {
  const scene = await newScene()
  const desk = await scene.desk()
  desk.group.removeBot({ by: desk.lead })
  await scene.settled()
  return { ...scene, desk }
}

test('nobody is led to a desk that has put the bot out', async () => {
  const { seeker } = await newPutOut()
  expect((await seeker()).at()).toBe('consultant.no-desk')
})

test('who brings it back sees what it still needs, and that no new cases come', async () => {
  const { desk, settled } = await newPutOut()
  desk.group.addBot({ by: desk.lead, denied: ['can_pin_messages'] })
  await settled()
  const [last] = desk.fromBot().toReversed()
  expect(last).toContain(say('desk:paused'))
  expect(last).toContain(say('desk:rights.pinning'))
})

test('opened again it is found again', async () => {
  const { desk, settled, seeker } = await newPutOut()
  desk.group.addBot({ by: desk.lead })
  await settled()
  await desk.says(desk.lead, '/open')
  expect((await seeker()).at()).toBe('consultant.consent')
})
