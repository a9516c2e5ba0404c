import { describe, expect, test } from 'vitest'
import { endOldTopics } from '../../src/app/cases/end-old.ts'
import { say } from '../bot.ts'
import { newTalk } from './talk.ts'

const hour = 3600
const day = 24 * hour

async function forgets({ isUrgent = false } = {}) {
  const talk = await newTalk()
  if (isUrgent) await talk.writes('pomocy, on mnie bije')
  await talk.answers('to zniknie')
  await talk.person.says('/forget')
  await talk.settled()
  const { desks } = talk.bot.world
  return {
    ...talk,
    state: () => talk.desk.group.topics().find(({ id }) => id === talk.thread)?.state,
    held: () => desks.topics(talk.desk.group.id),
    tick: () => endOldTopics(talk.bot.world),
    forward: (seconds: number) => talk.bot.telegram.clock.forward(seconds),
  }
}

describe('somebody who wants to be forgotten', () => {
  test('leaves nothing of the talk on the phone', async () => {
    const { onPhone } = await forgets()
    expect(onPhone()).toEqual([say('common:forgotten')])
  })

  test('leaves no case, no pairs and no topic', async () => {
    const { bot, person, caseOf, held, state } = await forgets()
    const pairs = await bot.world.cases.pairs(person.id, 'chat')
    expect([await caseOf(), pairs, await held(), state()]).toEqual([undefined, [], [], 'deleted'])
  })

  test('is told to the desk by no more than that somebody has left', async () => {
    const { desk } = await forgets()
    expect(desk.fromBot().at(-1)).toBe(say('desk:line.forgotten'))
  })

  test('leaves no topic of an earlier case', async () => {
    const { person, desk, settled } = await newTalk()
    await person.taps('leave')
    await person.says('/talk')
    await person.taps('anew')
    await person.taps('send')
    await settled()
    await person.says('/forget')
    await settled()
    expect(desk.group.topics().map(({ state }) => state)).toEqual(['deleted', 'deleted'])
  })

  test('leaves no topic where it was opened meanwhile', async () => {
    const { bot, person, desk, settled } = await newTalk()
    await person.taps('leave')
    await person.says('/talk')
    const { room } = bot.world
    const openTopic = room.openTopic
    room.openTopic = async (...given) => {
      const thread = await openTopic(...given)
      await bot.world.cases.drop(person.id)
      return thread
    }
    await person.taps('anew')
    await person.taps('send')
    await settled()
    const [, second] = desk.group.topics()
    expect([second?.state, (await bot.world.desks.topics(desk.group.id)).length]).toEqual([
      'deleted',
      1,
    ])
  })

  test.each(['at once', 'on a press'])(
    'leaves no id of a word that is shown %s at that moment',
    async (how) => {
      const isOnPress = how === 'on a press'
      const talk = await newTalk(isOnPress ? { showing: 'waits' } : {})
      const { bot, answers, person, settled, onPhone } = talk
      if (isOnPress) await answers('w drodze')
      const { room, cases } = bot.world
      const { copy } = room
      const made: number[] = []
      room.copy = async (copying) => {
        const copied = await copy(copying)
        const forgetting = person.says('/forget')
        await bot.until(() => onPhone().includes(say('common:forgotten')))
        await forgetting
        made.push(copying.from.message)
        return copied
      }
      if (isOnPress) await person.taps('show')
      else await answers('w drodze')
      await settled()
      const [message = 0] = made
      expect([await cases.look(person.id, 'topic', message), onPhone()]).toEqual([
        {},
        [say('common:forgotten')],
      ])
    },
  )
})

describe('the topic of an urgent case', () => {
  test('is closed, and stays for 72 hours', async () => {
    const { state, tick, forward } = await forgets({ isUrgent: true })
    forward(71 * hour)
    await tick()
    expect(state()).toBe('closed')
  })

  test('is deleted then', async () => {
    const { state, tick, forward, held } = await forgets({ isUrgent: true })
    forward(73 * hour)
    await tick()
    expect([state(), await held()]).toEqual(['deleted', []])
  })
})

describe('a case that is over', () => {
  const ends = async () => {
    const talk = await newTalk()
    await talk.person.taps('leave')
    await talk.settled()
    return talk
  }

  test('is held for 30 days', async () => {
    const { bot, caseOf, desk } = await ends()
    bot.telegram.clock.forward(29 * day)
    await endOldTopics(bot.world)
    expect([(await caseOf())?.state, desk.group.topics().map(({ state }) => state)]).toEqual([
      'closed',
      ['closed'],
    ])
  })

  test('goes then, with its topic', async () => {
    const { bot, caseOf, desk } = await ends()
    bot.telegram.clock.forward(31 * day)
    await endOldTopics(bot.world)
    expect([await caseOf(), desk.group.topics().map(({ state }) => state)]).toEqual([
      undefined,
      ['deleted'],
    ])
  })
})
