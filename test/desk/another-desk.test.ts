import { expect, test } from 'vitest'
import { endOldTopics } from '../../src/app/cases/end-old.ts'
import { revokeDesk } from '../../src/app/desk/revoke.ts'
import { newScene, usual } from './scene.ts'

const anotherId = 'b7c4m9pq'

/** A group whose desk was closed while somebody talked with it, and which has become another desk since. */
async function newSuccessor() {
  const scene = await newScene()
  const { bot, settled, desk: open, seeker, code } = scene
  const desk = await open()
  await (await seeker()).taps('send')
  await settled()
  const before = desk.topic()
  const old = await bot.world.desks.get(usual.id)
  if (!old) throw new Error('there is no desk')
  await revokeDesk(bot.world, old)
  await desk.says(desk.lead, `/connect ${code({ id: anotherId })}`)
  await desk.accepts(desk.second)
  await (await seeker({ name: 'Olena' })).taps('send')
  await settled()
  const tick = async () => {
    await endOldTopics(bot.world)
    await settled()
  }
  const stateOf = (thread: number) => desk.group.topics().find(({ id }) => id === thread)?.state
  return { bot, tick, stateOf, before, now: desk.topic() }
}

test('a desk that takes the place of a closed one keeps its topics', async () => {
  const { tick, stateOf, before, now } = await newSuccessor()
  await tick()
  expect([stateOf(before), stateOf(now)]).toEqual(['deleted', 'open'])
})
