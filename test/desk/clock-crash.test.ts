import { expect, test } from 'vitest'
import { watch } from '../../src/app/cases/watch.ts'
import { caseDue } from '../../src/app/jobs/case-due.ts'
import type { Job } from '../../src/app/ports/queue.ts'
import type { World } from '../../src/app/ports/world.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'
import { idle } from '../idle.ts'
import { content, keysOf, newPhone } from '../person.ts'
import { someDesk } from '../store/some-desk.ts'
import { type Crash, newLife } from './mortal.ts'
import { newRoom } from './room.ts'

const chat = 7
const { hours: _, ...desk } = someDesk
const { id, group } = desk

/** A case that nobody takes for an hour, and a process that dies at one of the calls that the clock's job makes. */
async function plays(crash?: Crash) {
  let time = Date.parse('2026-11-22T12:00:00Z')
  const now = () => new Date(time)
  const store = createMemoryStore(now)
  const phone = newPhone()
  const room = newRoom()
  const jobs: Job[] = []
  const outside = {
    phone: phone.port,
    room: room.port,
    queue: { enqueue: async (job: Job) => void jobs.push(job) },
  }
  const world: World = { ...idle, content, ...store, ...outside, now, log: () => {} }
  await store.desks.connect(desk)
  await store.desks.accept(id, 9, { wording: content.conduct.wording, at: time })
  await store.cases.keep(chat, {
    ...{ id: 1, version: 0, desk: id, group, thread: 5, card: 6, name: 'heron-47', language: 'pl' },
    ...{ shared: {}, consent: { at: time, wording: '2026-11-30' }, state: 'waiting' },
  })
  const path = [{ step: 'talk' }]
  await store.talks.keep(chat, {
    ...{
      language: 'pl',
      case: id,
      state: { flow: 'consultant', path },
      recent: [],
      pending: {},
      version: 0,
    },
  })
  const life = newLife(world, crash, (seconds) => {
    time += seconds * 1000
  })
  await life.live((mine) => watch(mine, chat))
  const minute = (await store.cases.of(chat))?.clock?.limit ?? 0
  const [due] = await store.plans.casesAt(minute)
  time = minute * 60_000
  if (due) await life.live((mine) => caseDue.run(mine, { kind: 'case-due', ...due }))
  const one = await store.cases.of(chat)
  const next = one?.clock?.limit ?? 0
  return {
    hasDied: life.hasDied(),
    story: life.trace.join(' '),
    isCalled: room.lines.some(({ what }) => what === 'desk:clock.limit'),
    told: phone.bubbles.map(({ screen }) => keysOf(screen.text)[0]),
    called: one?.called,
    later: next > minute && (await store.plans.casesAt(next)).length,
  }
}

test('a case that waits is looked after wherever a process dies', async () => {
  for (const when of ['before', 'after'] as const) {
    for (let call = 0; ; call++) {
      const { hasDied, story, ...end } = await plays({ call, when })
      expect(end, story).toMatchObject({ isCalled: true, called: 1, later: 1 })
      expect([...new Set(end.told)], story).toEqual(['consultant:talk.late'])
      if (!hasDied) break
    }
  }
})
