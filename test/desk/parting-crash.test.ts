import { expect, test } from 'vitest'
import { complain } from '../../src/app/cases/complain.ts'
import { reopenCase } from '../../src/app/cases/reopen.ts'
import { arriveInGroup } from '../../src/app/desk/arrive.ts'
import type { World } from '../../src/app/ports/world.ts'
import { type Crash, newLife } from './mortal.ts'
import { type DeskTalk, newTalk } from './talk.ts'

const update = 700_000_000

/** Does it in a process that dies at each of its calls in turn, over a story of its own each time. */
async function dying(
  prepare: (talk: DeskTalk) => Promise<void>,
  does: (talk: DeskTalk, mine: World) => Promise<unknown>,
  check: (talk: DeskTalk, story: string) => Promise<void>,
) {
  for (const when of ['before', 'after'] as const)
    for (let call = 0, died = true; died; call++) {
      const talk = await newTalk()
      await prepare(talk)
      const crash: Crash = { call, when }
      const life = newLife(talk.bot.world, crash, () => {})
      await life.live((mine) => does(talk, mine))
      await talk.settled()
      await check(talk, `${when} ${call}: ${life.trace.join(' ')}`)
      died = life.hasDied()
    }
}

/** A press or a message of the person, as their turn knows it. */
async function turnOf({ bot, person }: DeskTalk, message = 0) {
  const talk = await bot.world.talks.load(person.id)
  if (!talk) throw new Error('there is no talk')
  const entry = { update, message, sentAt: 0, at: 0, effects: [] }
  const source = 'press' as const
  return { chat: person.id, source, talk, entry, repeated: true, speaks: 'pl', language: 'pl' }
}

test('a case that its person goes on with is open with its topic, wherever a process dies', async () => {
  await dying(
    async ({ person, settled }) => {
      await person.taps('leave')
      await settled()
    },
    async (talk, mine) => reopenCase(mine, await turnOf(talk)),
    async ({ caseOf, desk, thread, bot }, story) => {
      const topic = desk.group.topics().find(({ id }) => id === thread)
      const held = (await bot.world.desks.topics(desk.group.id)).map(({ until }) => until)
      expect([(await caseOf())?.state, topic?.state, held], story).toEqual([
        'waiting',
        'open',
        [undefined],
      ])
    },
  )
})

test('whom a desk blocks has no case and hears it, wherever a process dies', async () => {
  await dying(
    async () => {},
    ({ desk, thread }, mine) =>
      arriveInGroup(mine, {
        update,
        group: desk.group.id,
        thread,
        message: 1,
        sentAt: 0,
        from: { id: desk.second.id, name: 'Mirek' },
        event: { kind: 'command', name: 'block', words: 'grozi nam' },
      }),
    async ({ caseOf, person, bot, desk, thread }, story) => {
      const topic = desk.group.topics().find(({ id }) => id === thread)
      const blocks = await bot.world.blocks.of(person.id)
      expect([(await caseOf())?.state, blocks.length, topic?.state, person.at()], story).toEqual([
        'closed',
        1,
        'closed',
        'consultant.parted',
      ])
    },
  )
})

test('a complaint comes to who leads the desk and to nobody else, wherever a process dies', async () => {
  let message = 0
  await dying(
    async ({ desk, person, settled }) => {
      desk.lead.send('/start')
      await settled()
      message = await person.says('coś było nie tak')
      await settled()
    },
    async (talk, mine) => complain(mine, await turnOf(talk, message)),
    async ({ desk, caseOf }, story) => {
      const brought = desk.lead.chat().filter(({ text }) => text === 'coś było nie tak')
      expect([brought.length, (await caseOf())?.apart], story).toEqual([1, [message]])
    },
  )
})
