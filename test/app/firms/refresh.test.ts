import { describe, expect, test } from 'vitest'
import { askRegister } from '../../../src/app/firms/ask-register.ts'
import { refresh, refreshDue } from '../../../src/app/firms/refresh.ts'
import type { CopiedRegister } from '../../../src/app/ports/firms.ts'
import type { Job } from '../../../src/app/ports/queue.ts'
import { Unavailable } from '../../../src/app/trouble.ts'
import type { Outcome, Unavailable as Reason } from '../../../src/core/firm/firm.ts'
import { createMemoryStore } from '../../../src/store/memory/memory.ts'
import { newPerson } from '../../person.ts'

const day = 24 * 3_600_000
const number = { kind: 'ico', value: '27082440' } as const
const listed: Outcome = { outcome: 'active', firm: { numbers: [number] } }

/** A register of agencies that is copied whole; its file holds so many numbers, or cannot be had. */
function newKeeper(file: { size: number; trouble?: Reason | 'bug' }, says: Outcome = listed) {
  let at = Date.parse('2026-11-22T03:00:00Z')
  const now = () => new Date(at)
  const register: CopiedRegister = {
    kind: 'copied',
    id: 'CZ_AGENCIES',
    proves: 'agency',
    takes: ['ico'],
    isOn: true,
    freshMs: day,
    known: number,
    download: async () => {
      if (file.trouble === 'bug') throw new TypeError('of its own')
      if (file.trouble) throw new Unavailable(file.trouble)
      const others = Array.from({ length: file.size - 1 }, (_, count) => `ico-${count}`)
      return {
        asOf: now().toISOString(),
        outcomes: new Map(['ico-27082440', ...others].map((one) => [one, says])),
      }
    },
  }
  const jobs: Job[] = []
  const { world } = newPerson({ registers: [register], now, store: createMemoryStore(now) })
  world.queue = { enqueue: async (job) => void jobs.push(job) }
  const signal = new AbortController().signal
  return {
    world,
    jobs,
    file,
    copies: () => refresh(world, 'CZ_AGENCIES'),
    says: (value: string = number.value) =>
      askRegister(world, { register, number: { ...number, value }, signal }),
    forward: (ms: number) => {
      at += ms
    },
  }
}

describe('a register that is copied whole', () => {
  test('answers from its copy, as of when the file was made', async () => {
    const keeper = newKeeper({ size: 100 })
    await keeper.copies()
    keeper.forward(day / 2)
    expect(await keeper.says()).toMatchObject({
      outcome: 'active',
      asOf: '2026-11-22T03:00:00.000Z',
    })
  })

  test('does not know what is not in the file', async () => {
    const keeper = newKeeper({ size: 100 })
    await keeper.copies()
    expect(await keeper.says('64608212')).toMatchObject({ outcome: 'not-found' })
  })

  test('says nothing before the first copy', async () => {
    expect(await newKeeper({ size: 100 }).says()).toMatchObject({
      outcome: 'unavailable',
      reason: 'no-copy',
    })
  })

  test.each<Reason | 'bug'>(['down', 'slow', 'changed', 'bug'])(
    'keeps the last good copy when there is no new one: %s',
    async (trouble) => {
      const keeper = newKeeper({ size: 100 })
      await keeper.copies()
      keeper.file.trouble = trouble
      await keeper.copies()
      expect(await keeper.says()).toMatchObject({ outcome: 'active' })
    },
  )

  test('logs the place of a bug in its code', async () => {
    const keeper = newKeeper({ size: 100, trouble: 'bug' })
    const lines: [string, unknown][] = []
    keeper.world.log = (event, facts) => lines.push([event, facts])
    await keeper.copies()
    const at = expect.stringMatching(/\.ts:\d+:\d+$/)
    expect(lines).toContainEqual(['bug', { error: 'TypeError', at, register: 'CZ_AGENCIES' }])
  })

  test('refuses a file that has lost a third of its numbers', async () => {
    const keeper = newKeeper({ size: 99 })
    await keeper.copies()
    keeper.file.size = 66
    await keeper.copies()
    expect(await keeper.world.firms.copyOf('CZ_AGENCIES')).toMatchObject({ count: 99 })
  })

  test('says when its copy has grown old', async () => {
    const keeper = newKeeper({ size: 100 })
    await keeper.copies()
    keeper.forward(2 * day + 1)
    expect(await keeper.says()).toMatchObject({ outcome: 'active', isOld: true })
  })
})

test.each([
  ['has run out since the file was made', '2026-11-22', 'inactive'],
  ['holds for that day too', '2026-11-23', 'active'],
])('a permit that %s', async (_name, until, outcome) => {
  const firm = { numbers: [number], permits: [{ what: 'placement' as const, until }] }
  const keeper = newKeeper({ size: 100 }, { outcome: 'active', firm })
  await keeper.copies()
  keeper.forward(day)
  expect(await keeper.says()).toMatchObject({ outcome })
})

test('a copy that has grown old no longer says that an agency is not there', async () => {
  const keeper = newKeeper({ size: 100 })
  await keeper.copies()
  keeper.forward(2 * day + 1)
  expect(await keeper.says('64608212')).toMatchObject({ outcome: 'unavailable' })
})

describe('the clock', () => {
  test('asks once an hour at most, however often the site refuses', async () => {
    const keeper = newKeeper({ size: 100 })
    for (let minute = 0; minute < 3; minute++) await refreshDue(keeper.world)
    expect(keeper.jobs).toHaveLength(1)
  })

  test('asks for the first copy at once', async () => {
    const keeper = newKeeper({ size: 100 })
    await refreshDue(keeper.world)
    expect(keeper.jobs).toEqual([{ kind: 'refresh', register: 'CZ_AGENCIES' }])
  })

  test('asks for nothing while the copy is fresh', async () => {
    const keeper = newKeeper({ size: 100 })
    await keeper.copies()
    keeper.forward(day - 1)
    await refreshDue(keeper.world)
    expect(keeper.jobs).toEqual([])
  })

  test('asks for a new copy a day later', async () => {
    const keeper = newKeeper({ size: 100 })
    await keeper.copies()
    keeper.forward(day)
    await refreshDue(keeper.world)
    expect(keeper.jobs).toHaveLength(1)
  })
})
