import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/app/ports/world.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createStore } from '../../src/store/store.ts'
import { breaksOff } from './breaks-off.ts'
import { type Engine, newTable, scan } from './engines.ts'
import { richCase, someDesk } from './some-desk.ts'

const now = () => new Date('2026-11-22T12:00:00Z')
const { id, group } = someDesk
const other = { ...someDesk, id: 'z9y8x7w6' }

let engine: Engine
beforeAll(async () => {
  engine = await startDatabase()
})
afterAll(() => engine.stop())

/** More requests than any of these makes; the last try is whole. */
const breaks = Array.from({ length: 9 }, (_, requests) => requests)

/** A store in which something broke off after so many requests. */
async function afterBreak(requests: number, deeds: { before?: Deed; deed: Deed }) {
  const table = await newTable(engine.endpoint, now)
  const store = createStore(table)
  await deeds.before?.(store)
  const became = await deeds.deed(createStore(breaksOff(table, requests))).catch(() => 'broken')
  return { store, table, became }
}

type Deed = (store: Store) => Promise<unknown>

const connects: Deed = ({ desks }) => desks.connect(someDesk)
const closes: Deed = ({ desks }) => desks.change(id, { isClosed: true })

test.each(breaks)(
  'a desk whose connecting broke off after %i requests is connected by a repeat',
  async (requests) => {
    const { store } = await afterBreak(requests, { deed: connects })
    expect(await store.desks.connect(someDesk)).toBe('connected')
    expect([await store.desks.all(), await store.desks.at(group)]).toEqual([
      [someDesk],
      { desk: id },
    ])
  },
)

test.each(breaks)(
  'and the code opens no other group, once it was written (%i)',
  async (requests) => {
    const { store } = await afterBreak(requests, { deed: connects })
    const [isUsed] = await store.desks.all()
    const became = await store.desks.connect({ ...someDesk, group: group - 1 })
    expect(became).toBe(isUsed ? 'used' : 'connected')
  },
)

test.each(breaks)(
  'where another desk came in between, its group is not shared (%i)',
  async (requests) => {
    const { store, became } = await afterBreak(requests, { deed: connects })
    const later = await store.desks.connect(other)
    const again = await store.desks.connect(someDesk)
    const ids = (await store.desks.all()).map((one) => one.id)
    const winner = became === 'connected' || later === 'taken' ? id : other.id
    expect([ids, await store.desks.at(group)]).toEqual([[winner], { desk: winner }])
    expect(again).toBe(winner === id ? 'connected' : 'taken')
  },
)

test.each(breaks)(
  'a desk whose closing broke off after %i requests is closed by a repeat',
  async (requests) => {
    const { store } = await afterBreak(requests, { before: connects, deed: closes })
    await closes(store)
    const closed = [{ ...someDesk, isClosed: true }]
    expect([await store.desks.all(), await store.desks.at(group)]).toEqual([closed, {}])
  },
)

test.each(breaks)(
  'and its group can become another desk, once it is closed (%i)',
  async (requests) => {
    const { store } = await afterBreak(requests, { before: connects, deed: closes })
    const isOpen = !(await store.desks.get(id))?.isClosed
    expect(await store.desks.connect(other)).toBe(isOpen ? 'taken' : 'connected')
    await closes(store)
    expect(await store.desks.at(group)).toEqual(isOpen ? {} : { desk: other.id })
  },
)

/** So many that they are erased by several requests. */
const messages = Array.from({ length: 40 }, (_, index) => index + 1)

const talks: Deed = async ({ cases }) => {
  await cases.keep(7, richCase)
  for (const message of messages)
    await cases.pair(7, { chat: message, topic: 500 + message, update: message })
}
const drops: Deed = ({ cases }) => cases.drop(7)

test.each(breaks)(
  'a case whose end broke off after %i requests still stands, or nothing does',
  async (requests) => {
    const { store, table, became } = await afterBreak(requests, { before: talks, deed: drops })
    expect((await store.cases.of(7)) !== undefined).toBe(became === 'broken')
    if (became !== 'broken') expect(await scan(table)).toEqual([])
  },
)

test.each(breaks)('and a repeat leaves nothing of it (%i)', async (requests) => {
  const { store, table } = await afterBreak(requests, { before: talks, deed: drops })
  await drops(store)
  expect(await scan(table)).toEqual([])
})
