import { expect, test } from 'vitest'
import { watch } from '../../src/app/cases/watch.ts'
import { caseDue } from '../../src/app/jobs/case-due.ts'
import type { Room } from '../../src/app/ports/room.ts'
import { Lost } from '../../src/app/trouble.ts'
import { keysOf } from '../person.ts'
import { desk, newGround } from './ground.ts'
import type { Crash } from './mortal.ts'

const chat = 7
const { id, group } = desk
const topic = 5

/** A case that nobody takes for an hour, and a process that dies at one of the calls that the clock's job makes. */
async function plays(crash: Crash, rooms?: (port: Room) => Room) {
  const { world, phone, room, forward, mortal } = await newGround(rooms)
  const at = world.now().getTime()
  await world.cases.keep(chat, {
    ...{
      id: 1,
      version: 0,
      desk: id,
      group,
      thread: topic,
      card: 6,
      name: 'heron-47',
      language: 'pl',
    },
    ...{ shared: {}, consent: { at, wording: '2026-11-30' }, state: 'waiting' },
  })
  const path = [{ step: 'talk' }]
  await world.talks.keep(chat, {
    ...{
      language: 'pl',
      case: id,
      state: { flow: 'consultant', path },
      recent: [],
      pending: {},
      version: 0,
    },
  })
  const life = mortal(crash)
  await life.live((mine) => watch(mine, chat))
  const minute = (await world.cases.of(chat))?.clock?.limit ?? 0
  const [due] = await world.plans.casesAt(minute)
  forward(minute * 60 - world.now().getTime() / 1000)
  if (due) await life.live((mine) => caseDue.run(mine, { kind: 'case-due', ...due }))
  const one = await world.cases.of(chat)
  const next = one?.clock?.limit ?? 0
  return {
    hasDied: life.hasDied(),
    story: life.trace.join(' '),
    /** In which topics, each once. */
    calls: [
      ...new Set(
        room.lines.flatMap(({ what, thread }) => (what === 'desk:clock.limit' ? [thread] : [])),
      ),
    ],
    thread: one?.thread,
    told: phone.bubbles.map(({ screen }) => keysOf(screen.text)[0]),
    called: one?.called,
    later: next > minute && (await world.plans.casesAt(next)).length,
  }
}

/** At each call in turn, before and after it. */
async function everywhere(
  check: (end: Awaited<ReturnType<typeof plays>>) => void,
  rooms?: (port: Room) => Room,
) {
  for (const when of ['before', 'after'] as const) {
    for (let call = 0, died = true; died; call++) {
      const end = await plays({ call, when }, rooms)
      check(end)
      died = end.hasDied
    }
  }
}

test('a case that waits is looked after wherever a process dies', async () => {
  await everywhere(({ story, told, ...end }) => {
    expect(end, story).toMatchObject({ calls: [topic], thread: topic, called: 1, later: 1 })
    expect([...new Set(told)], story).toEqual(['consultant:talk.late'])
  })
})

test('also where its topic was deleted: the call stands in the new one, and nowhere else', async () => {
  const withoutTopic = (port: Room): Room => ({
    ...port,
    say: async (to, ...rest) => {
      if (to.thread === topic) throw new Lost('topic')
      return port.say(to, ...rest)
    },
  })
  await everywhere(({ story, calls, thread, called }) => {
    expect([calls, called], story).toEqual([[expect.any(Number)], 1])
    expect([thread === calls[0], thread === topic], story).toEqual([true, false])
  }, withoutTopic)
})
