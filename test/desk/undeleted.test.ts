import { expect, test } from 'vitest'
import { endOldTopics } from '../../src/app/cases/end-old.ts'
import { newScene } from './scene.ts'

const hour = 3600
const day = 24 * hour

/** A talk in a group where the bot has lost the right to delete. */
async function newTalk() {
  const scene = await newScene()
  const { bot, settled } = scene
  const desk = await scene.desk()
  const person = await scene.seeker()
  await person.taps('send')
  await settled()
  const thread = desk.topic()
  const mayDelete = (may: boolean) =>
    desk.group.addBot({ by: desk.lead, denied: may ? [] : ['can_delete_messages'] })
  const tick = async (later: number) => {
    bot.telegram.clock.forward(later)
    await endOldTopics(bot.world)
    return desk.group.topics().find(({ id }) => id === thread)?.state
  }
  mayDelete(false)
  const held = () => bot.world.desks.topics(desk.group.id)
  return { person, settled, tick, mayDelete, held }
}

test('the topic of a case that is over goes once the bot may delete it', async () => {
  const { person, settled, tick, mayDelete } = await newTalk()
  await person.taps('leave')
  await settled()
  const kept = await tick(31 * day)
  mayDelete(true)
  expect([kept, await tick(hour)]).toEqual(['closed', 'deleted'])
})

test('the topic of who was forgotten goes once the bot may delete it', async () => {
  const { person, settled, tick, mayDelete } = await newTalk()
  await person.says('/forget')
  await settled()
  const kept = await tick(hour)
  mayDelete(true)
  expect([kept, await tick(hour)]).toEqual(['open', 'deleted'])
})

test('whose topic it was is known no longer than to the day on which it should go', async () => {
  const { person, settled, tick, held } = await newTalk()
  await person.taps('leave')
  await settled()
  const before = await held()
  await tick(31 * day)
  expect([before[0]?.chat, await held()]).toEqual([
    person.id,
    [{ thread: before[0]?.thread, until: expect.any(Number) }],
  ])
})
