import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enqueueDue } from '../../../src/app/jobs/due.ts'
import { runJob } from '../../../src/app/jobs/jobs.ts'
import { Busy, Gone } from '../../../src/app/trouble.ts'
import { startDatabase } from '../../../src/entry/embedded.ts'
import { createStore } from '../../../src/store/store.ts'
import { newPerson, newReader, type Person } from '../../person.ts'
import { type Engine, newTable, scan } from '../../store/engines.ts'
import { explore, newStage } from '../schedule.ts'

const day = 86_400_000

/** The morning after the departure, at ten in Amsterdam. */
const arrival = Date.parse('2026-11-24T09:00:00Z')

/** Somebody who leaves for the Netherlands tomorrow and wants to be asked; the minute's tick runs when it is told. */
async function leavesTomorrow(options: Parameters<typeof newReader>[0] = {}) {
  let at = Date.parse('2026-11-22T12:00:00Z')
  const now = () => new Date(at)
  const person = await newReader({ now, ...options })
  await enqueueDue(person.world)
  await person.opens('start check-in')
  for (const choice of ['plan', 'NL', 'tomorrow', 'yes']) await person.taps(choice)
  const comes = async (time: number) => {
    at = time
    await enqueueDue(person.world)
    await person.worked()
  }
  const turn = (time: number) => {
    at = time
  }
  return { person, comes, turn, now }
}

/** How often the person was asked how things are. */
function asked({ phone }: Person) {
  const keys = ['check-in:arrival.text', 'check-in:later.text']
  return phone.bubbles.filter(({ screen }) => keys.includes(screen.text.key)).length
}

describe('somebody who wants to be asked', () => {
  test('is asked at ten on the morning after the departure', async () => {
    const { person, comes } = await leavesTomorrow()
    await comes(arrival)
    expect(person.at()).toBe('check-in.arrival')
  })

  test('is not asked a minute before', async () => {
    const { person, comes } = await leavesTomorrow()
    await comes(arrival - 60_000)
    expect(asked(person)).toBe(0)
  })

  test('is asked again after three days, two weeks and six weeks, and then no more', async () => {
    const { person, comes } = await leavesTomorrow()
    const times: number[] = []
    for (let days = 0; days < 60; days++) {
      const before = asked(person)
      await comes(arrival + days * day)
      if (asked(person) > before) times.push(days)
    }
    expect(times).toEqual([0, 3, 14, 45])
  })

  test('is asked in their language though the talk was deleted long before', async () => {
    const { person, comes } = await leavesTomorrow()
    await comes(arrival + 45 * day)
    expect([person.at(), (await person.talk())?.language]).toEqual(['check-in.later', 'pl'])
  })

  test.each(['sos', 'danger', 'contacts'])('is not asked while help is read: %s', async (room) => {
    const { person, comes, turn } = await leavesTomorrow()
    turn(arrival - 5 * 60_000)
    await person.opens(`start ${room}`)
    await expect(comes(arrival)).rejects.toThrow(Busy)
    expect(asked(person)).toBe(0)
  })

  test('is asked though help was the last thing they read, the day before', async () => {
    const { person, comes } = await leavesTomorrow()
    await person.opens('sos')
    await comes(arrival)
    expect(asked(person)).toBe(1)
  })

  test('goes back to the question where they were', async () => {
    const { person, comes } = await leavesTomorrow()
    await person.opens('start offer')
    for (const choice of ['adult', 'questions', 'DE']) await person.taps(choice)
    await comes(arrival)
    await person.taps('back')
    expect(person.at()).toBe('offer.found-through')
  })

  test('goes on with the question after an answer', async () => {
    const { person, comes } = await leavesTomorrow()
    await person.opens('start offer')
    await comes(arrival)
    for (const choice of ['fine', 'go-on']) await person.taps(choice)
    expect(person.at()).toBe('offer.age')
  })
})

test('whoever is to be told two things in one minute is told both', async () => {
  const { person, comes } = await leavesTomorrow()
  const minute = arrival / 60_000
  const dues = ['arrival', 'days'].map((what) => ({ minute, what }))
  await person.world.plans.set(7, dues)
  await comes(arrival)
  expect(asked(person)).toBe(2)
})

describe('a clock that did not run', () => {
  test('brings what was missed when it runs again', async () => {
    const { person, comes } = await leavesTomorrow()
    await comes(arrival + 2 * day)
    expect(asked(person)).toBe(1)
  })

  test('and is set back brings what is planned for the minutes that come again', async () => {
    const { person, comes } = await leavesTomorrow()
    await comes(arrival - 3 * 60_000)
    await comes(arrival - 8 * 60_000)
    await person.world.plans.set(7, [{ minute: arrival / 60_000 - 5, what: 'arrival' }])
    await comes(arrival - 5 * 60_000)
    expect(asked(person)).toBe(1)
  })

  test('for long says only the latest', async () => {
    const { person, comes } = await leavesTomorrow()
    await comes(arrival + 4 * day)
    expect([asked(person), person.at()]).toEqual([1, 'check-in.later'])
  })

  test('for longer than two weeks does not say what would only puzzle', async () => {
    const { person, comes } = await leavesTomorrow()
    await comes(arrival + 14 * day + 14 * day + 60_000)
    expect(asked(person)).toBe(0)
  })
})

describe('nobody is asked twice', () => {
  test('when two ticks run side by side', async () => {
    const { person, turn } = await leavesTomorrow()
    turn(arrival)
    await Promise.all([enqueueDue(person.world), enqueueDue(person.world)])
    await person.worked()
    expect(asked(person)).toBe(1)
  })

  test('when the job comes again', async () => {
    const { person, turn } = await leavesTomorrow()
    turn(arrival)
    await enqueueDue(person.world)
    const [job] = person.jobs
    await person.worked()
    if (job) await runJob(person.world, job)
    expect([job?.kind, asked(person)]).toEqual(['due', 1])
  })

  test('when a tick is killed at any of its calls', async () => {
    await explore(async (pick) => {
      const { person, turn } = await leavesTomorrow()
      turn(arrival)
      const stage = newStage()
      const { world } = person
      const guarded = {
        ...world,
        ...stage.guardStore(0, world),
        queue: stage.guard(0, world.queue),
      }
      const script = {
        pick,
        crash: { call: pick(60), when: pick(2) ? 'before' : 'after' } as const,
      }
      stage.begin(script)
      await stage.run({ ...script, pick: () => 0 }, [enqueueDue(guarded)])
      turn(arrival + 60_000)
      await enqueueDue(world)
      await person.worked()
      expect(asked(person), stage.trace.join(' ')).toBe(1)
    })
  })

  test('when the worker is killed at any of its calls', async () => {
    await explore(async (pick) => {
      const { person, turn } = await leavesTomorrow()
      turn(arrival)
      await enqueueDue(person.world)
      const [job] = person.jobs
      if (!job) throw new Error('there is no job')
      const stage = newStage()
      const { world } = person
      const guarded = {
        ...world,
        ...stage.guardStore(0, world),
        phone: stage.guard(0, world.phone),
      }
      const crash = { call: pick(12), when: pick(2) ? 'before' : 'after' } as const
      stage.begin({ pick, crash })
      await stage.run({ pick: () => 0, crash }, [runJob(guarded, job)])
      const wasSaid = asked(person)
      const wasNoted = stage.trace.includes('0.note') || stage.trace.includes('0.note†')
      turn(arrival + 60_000)
      await runJob(world, job)
      // What was said and not yet noted is said once more: nobody can know it.
      expect(asked(person), stage.trace.join(' ')).toBe(wasSaid === 1 && !wasNoted ? 2 : 1)
      expect(await world.plans.of(7)).toHaveLength(3)
    })
  })
})

describe('nothing comes any more', () => {
  test.each(['stop', 'forget'])('after /%s', async (command) => {
    const { person, comes } = await leavesTomorrow()
    await person.opens(command)
    await comes(arrival)
    expect(asked(person)).toBe(0)
  })

  test('after one press on what came', async () => {
    const { person, comes } = await leavesTomorrow()
    await comes(arrival)
    await person.taps('end')
    expect([person.at(), await person.world.plans.of(7)]).toEqual(['check-in.ended', []])
  })

  test('after it was ended while the job already waited', async () => {
    const { person, turn } = await leavesTomorrow()
    turn(arrival)
    await enqueueDue(person.world)
    await person.opens('stop')
    await person.worked()
    expect(asked(person)).toBe(0)
  })

  test('to somebody who was forgotten while the job already waited, and nothing is begun anew', async () => {
    const { person, turn } = await leavesTomorrow()
    turn(arrival)
    await enqueueDue(person.world)
    await person.opens('forget')
    await person.worked()
    expect(await person.talk()).toBeUndefined()
  })

  test('to somebody who stopped between two tries', async () => {
    const { person, turn } = await leavesTomorrow()
    turn(arrival)
    await enqueueDue(person.world)
    const [job] = person.jobs
    const { send } = person.world.phone
    person.world.phone.send = async () => {
      throw new Busy(5, 'Telegram asks to wait')
    }
    await expect(job && runJob(person.world, job)).rejects.toThrow(Busy)
    person.world.phone.send = send
    await person.opens('stop')
    if (job) await runJob(person.world, job)
    expect(asked(person)).toBe(0)
  })

  test('and a talk that has gone on meanwhile stays', async () => {
    const { person, turn } = await leavesTomorrow()
    const { plans, talks } = person.world
    await talks.drop(7)
    turn(arrival)
    await enqueueDue(person.world)
    const planned = plans.of
    let looks = 0
    plans.of = async (chat) => {
      // Between what was decided and the last look somebody stops and goes on.
      if (++looks === 2) {
        plans.of = planned
        await person.opens('stop')
        await person.opens('start offer')
      }
      return planned(chat)
    }
    await person.worked()
    expect((await person.talk())?.state?.flow).toBeDefined()
  })

  test('of an item that an end left behind, and it is taken away', async () => {
    const { person, turn } = await leavesTomorrow()
    const { plans } = person.world
    turn(arrival)
    await enqueueDue(person.world)
    plans.of = async () => []
    await person.worked()
    expect([asked(person), await plans.at(arrival / 60_000)]).toEqual([0, []])
  })

  test('to somebody who cannot be reached', async () => {
    const { person, comes } = await leavesTomorrow()
    await person.world.tips.add(7, 'rights', 'pl')
    person.world.phone.send = async () => {
      throw new Gone()
    }
    await comes(arrival)
    const { plans, tips } = person.world
    expect([await plans.of(7), await tips.of(7)]).toEqual([[], []])
  })

  test('that the flows do not know any more', async () => {
    const { person, comes, now } = await leavesTomorrow()
    await person.world.plans.set(7, [{ minute: now().getTime() / 60_000 + 60, what: 'song' }])
    const before = person.phone.bubbles.length
    await comes(now().getTime() + 3_600_000)
    expect([person.phone.bubbles.length, await person.world.plans.of(7)]).toEqual([before, []])
  })
})

test('a phone that has no time is tried again', async () => {
  const { person, turn } = await leavesTomorrow()
  turn(arrival)
  await enqueueDue(person.world)
  const [job] = person.jobs
  if (!job) throw new Error('there is no job')
  const { send } = person.world.phone
  person.world.phone.send = async () => {
    throw new Busy(5, 'Telegram asks to wait')
  }
  await expect(runJob(person.world, job)).rejects.toThrow(Busy)
  person.world.phone.send = send
  await runJob(person.world, job)
  expect(asked(person)).toBe(1)
})

test('a phone that has no time for long is not given a check-in over what is open', async () => {
  const { person, turn } = await leavesTomorrow()
  turn(arrival)
  await enqueueDue(person.world)
  const [job] = person.jobs
  const before = person.phone.bubbles.map(({ screen }) => screen.text.key)
  person.world.phone.send = async () => {
    throw new Busy(30, 'Telegram asks to wait')
  }
  await expect(job && runJob(person.world, job)).rejects.toThrow(Busy)
  expect(person.phone.bubbles.map(({ screen }) => screen.text.key)).toEqual(before)
})

test('a new plan takes the place of the old one', async () => {
  const { person, comes } = await leavesTomorrow()
  await person.opens('start check-in')
  for (const choice of ['plan', 'NL', 'week', 'yes']) await person.taps(choice)
  await comes(arrival)
  const before = asked(person)
  await comes(Date.parse('2026-11-30T09:00:00Z'))
  expect([before, asked(person)]).toEqual([0, 1])
})

describe('over the table', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await startDatabase()
  })
  afterAll(() => engine.stop())

  test('a bot that was started anew asks all the same', async () => {
    let at = Date.parse('2026-11-22T12:00:00Z')
    const now = () => new Date(at)
    const table = await newTable(engine.endpoint, now)
    await leavesTomorrow({ now, store: createStore(table) })
    at = arrival + 3_600_000
    const again = newPerson({ now, store: createStore(table) })
    await enqueueDue(again.world)
    await again.worked()
    expect(again.at()).toBe('check-in.arrival')
  })

  test('nothing is left of somebody who was forgotten; of the clock its hand and some minutes', async () => {
    const table = await newTable(engine.endpoint, () => new Date('2026-11-22T12:00:00Z'))
    const { person } = await leavesTomorrow({ store: createStore(table) })
    await person.opens('tips')
    for (const choice of ['on-offers', 'on-country-NL']) await person.taps(choice)
    expect((await scan(table)).length).toBeGreaterThan(10)
    await person.opens('forget')
    // That somebody was forgotten is no trace of what they were: a backup is to forget them too.
    const items = (await scan(table)).filter(({ pk }) => pk !== 'FORGOTTEN')
    const left = items.map(({ pk, sk }) => `${pk}/${String(sk).split('#')[0]}`)
    expect([...new Set(left)].sort()).toEqual(['DUE/cursor', 'DUE/minute'])
    expect(JSON.stringify(items)).not.toContain('CHAT')
  })
})
