import { labelOf, runJob } from '../../src/app/jobs/jobs.ts'
import type { Desk } from '../../src/app/ports/desks.ts'
import type { Job } from '../../src/app/ports/queue.ts'
import type { Room } from '../../src/app/ports/room.ts'
import type { World } from '../../src/app/ports/world.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'
import { idle } from '../idle.ts'
import { content, newPhone } from '../person.ts'
import { someDesk } from '../store/some-desk.ts'
import { type Crash, newLife } from './mortal.ts'
import { newRoom } from './room.ts'

export const member = { id: 9, name: 'Mirek' }

/** It is open at any time. */
const { hours: _, ...always } = someDesk
export const desk: Desk = always

/** A desk with one member, a phone and a queue in this process, and a clock that stands still until it is told. */
export async function newGround(rooms: (port: Room) => Room = (port) => port) {
  let time = Date.parse('2026-11-22T12:00:00Z')
  const now = () => new Date(time)
  const store = createMemoryStore(now)
  const phone = newPhone()
  const room = newRoom()
  const waiting: Job[] = []
  const known = new Set<string>()
  const enqueue = async (job: Job) => {
    const { once } = labelOf(job)
    if (!known.has(once)) waiting.push(job)
    known.add(once)
  }
  const outside = { phone: phone.port, room: rooms(room.port), queue: { enqueue } }
  const world: World = { ...idle, content, ...store, ...outside, now, log: () => {} }
  await store.desks.connect(desk)
  await store.desks.accept(desk.id, member.id, { wording: content.conduct.wording, at: time })
  const forward = (seconds: number) => {
    time += seconds * 1000
  }
  return {
    world,
    phone,
    room,
    forward,
    mortal: (crash?: Crash) => newLife(world, crash, forward),
    /** Does whatever the queue holds, one after the other. */
    works: async ({ live }: Pick<ReturnType<typeof newLife>, 'live'>) => {
      for (let job = waiting.shift(); job; job = waiting.shift()) {
        const one = job
        await live((mine) => runJob(mine, one))
      }
    },
  }
}
