import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Talk } from '../../src/app/ports/talk.ts'
import { Busy, Stale } from '../../src/app/trouble.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createStore } from '../../src/store/store.ts'
import { newLine } from '../line.ts'
import { newReader } from '../person.ts'
import { type Engine, newTable } from './engines.ts'
import { richCase, someDesk } from './some-desk.ts'

const now = () => new Date('2026-11-22T12:00:00Z')

let engine: Engine
beforeAll(async () => {
  engine = await startDatabase()
})
afterAll(() => engine.stop())

/** A store behind a line that breaks after the database has done what it was asked: so many times, for that operation. */
async function storeOverLine() {
  const lost = { operation: '', times: 0 }
  const { endpoint } = await newLine(
    engine.endpoint,
    (operation) => operation === lost.operation && lost.times-- > 0,
  )
  const store = createStore(await newTable(endpoint, now))
  const loses = (operation: string, times: number) => Object.assign(lost, { operation, times })
  return { store, loses }
}

const talk: Talk = { language: 'pl', recent: [1], pending: {}, version: 0 }

describe('a write whose answer is lost', () => {
  test.each([1, 2, 3])('%i times in a row is known as our own', async (times) => {
    const { store, loses } = await storeOverLine()
    loses('PutItem', times)
    const kept = await store.talks.keep(7, talk)
    expect([kept, await store.talks.load(7)]).toEqual([
      { ...talk, version: 1 },
      { ...talk, version: 1 },
    ])
  })

  test('of a case is known as our own', async () => {
    const { store, loses } = await storeOverLine()
    loses('PutItem', 1)
    const kept = await store.cases.keep(7, richCase)
    expect([kept, await store.cases.of(7)]).toEqual([kept, { ...richCase, version: 1 }])
  })

  test.each([1, 2])('of a desk is known as our own (%i)', async (times) => {
    const { store, loses } = await storeOverLine()
    loses('PutItem', times)
    expect(await store.desks.connect(someDesk)).toBe('connected')
  })

  test('is not taken for our own when somebody else wrote', async () => {
    const { store, loses } = await storeOverLine()
    await store.talks.keep(7, talk)
    loses('PutItem', 1)
    await expect(store.talks.keep(7, { ...talk, recent: [2] })).rejects.toThrow(Stale)
  })

  test('and that cannot be looked up either may have been written or not', async () => {
    const { store, loses } = await storeOverLine()
    loses('PutItem', 3)
    const keeping = store.talks.keep(7, talk)
    setTimeout(() => loses('GetItem', 99), 0)
    await keeping.catch((error) => expect(error).toBeInstanceOf(Busy))
    loses('', 0)
    expect(await store.talks.load(7)).toEqual({ ...talk, version: 1 })
  })

  test.each(['sos', 'hide', 'menu'])('does not keep /%s waiting', async (command) => {
    const { store, loses } = await storeOverLine()
    const person = await newReader({ store })
    const before = person.phone.bubbles.map(({ id }) => id)
    loses('PutItem', 1)
    await person.opens(command)
    expect(person.phone.bubbles.filter(({ id }) => !before.includes(id))).toHaveLength(1)
  })
})
