import { expect, test } from 'vitest'
import { endOldTopics } from '../../src/app/cases/end-old.ts'
import { revokeDesk } from '../../src/app/desk/revoke.ts'
import { say } from '../bot.ts'
import { newCase } from './new-case.ts'

/** A desk that the operator has closed while somebody talks with it. */
async function newClosed({ isHidden = false } = {}) {
  const talk = await newCase()
  const { desk, thread, bot, person } = talk
  await desk.presses(desk.second, 'take', thread)
  if (isHidden) await person.says('/hide')
  const [one] = await bot.world.desks.all()
  if (!one) throw new Error('there is no desk')
  await revokeDesk(bot.world, one)
  /** The minute in which the clock finds out. */
  const tick = async () => {
    await endOldTopics(bot.world)
    await talk.settled()
  }
  return { ...talk, tick, before: desk.group.messages() }
}

test('a desk that is closed gets no word of anybody', async () => {
  const { desk, person, settled, before } = await newClosed()
  await person.says('Czy to prawda?')
  await settled()
  expect(desk.group.messages()).toEqual(before)
})

test('whoever talks with a desk that is closed hears it within a minute, with the numbers', async () => {
  const { person, tick, one } = await newClosed()
  await tick()
  expect([person.at(), person.choices(), (await one())?.state]).toMatchObject([
    'consultant.lost',
    expect.arrayContaining(['next']),
    'closed',
  ])
})

test('a chat that was hidden shows no word about it before a press', async () => {
  const { person, tick } = await newClosed({ isHidden: true })
  await tick()
  expect(person.last()?.text).toBe(say('consultant:talk.unseen'))
  await person.taps('lost')
  expect([person.at(), person.choices()[0]]).toEqual(['consultant.lost', 'next'])
})

test('the topics of a desk that is closed are deleted', async () => {
  const { desk, tick } = await newClosed()
  await tick()
  expect(desk.group.topics().map(({ state }) => state)).toEqual(['deleted'])
})

test('a topic that the bot may not delete is tried again each hour, not each minute', async () => {
  const { bot, desk, tick } = await newClosed()
  desk.group.addBot({ by: desk.lead, denied: ['can_delete_messages'] })
  await tick()
  await tick()
  const tried = () => bot.asked('deleteForumTopic').length
  const before = tried()
  await tick()
  const soon = tried()
  bot.telegram.clock.forward(3600)
  await tick()
  expect([soon - before, tried() - soon]).toEqual([0, 1])
})

test('a desk that is closed does not hear who leaves it', async () => {
  const { desk, person, settled, before } = await newClosed()
  await person.taps('leave')
  await settled()
  expect(desk.group.messages()).toEqual(before)
})

test('a desk that is closed reaches nobody: the bot leaves its group', async () => {
  const { desk, person, thread, bot } = await newClosed()
  const heard = person.bubbles()
  await desk.says(desk.second, 'Halo?', thread)
  expect([person.bubbles(), bot.asked('leaveChat').length]).toEqual([heard, 1])
})

test('whoever writes to a desk that has put the bot out hears it', async () => {
  const { desk, person, settled, thread, one } = await newCase()
  await desk.presses(desk.second, 'take', thread)
  desk.group.removeBot({ by: desk.lead })
  await person.says('Czy to prawda?')
  await settled()
  expect([person.at(), (await one())?.state]).toEqual(['consultant.lost', 'closed'])
})
