import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Copy, Pace } from '../../src/app/ports/firms.ts'
import type { Store } from '../../src/app/ports/world.ts'
import { retention } from '../../src/app/retention.ts'
import type { Finding, Outcome } from '../../src/core/firm/firm.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'
import { createStore } from '../../src/store/store.ts'
import { type Engine, newTable } from './engines.ts'

/** The store over a database, and the one in this process. */
const kinds: {
  name: string
  start: () => Promise<Engine | undefined>
}[] = [
  { name: 'memory', start: async () => undefined },
  { name: 'dynalite', start: () => startDatabase() },
]

const proof = {
  register: 'NO_ENHETER',
  number: 'orgnr-923609016',
  asOf: '2026-11-22T12:00:00.000Z',
}
const found: Finding = {
  ...proof,
  outcome: 'inactive',
  reason: 'liquidation',
  firm: {
    name: 'EQUINOR ASA',
    seat: 'Forusbeen 50, Stavanger',
    since: '1995-02-19',
    until: '2026-01-01',
    numbers: [{ kind: 'orgnr', value: '923609016' }],
    vat: 'exempt',
    permits: [{ what: 'temporary-work', from: '2024-01-01', until: '2027-01-01' }],
    foreignersSince: '2025-06-01',
    alerts: ['insolvency'],
  },
  request: 'aa111',
}
const down: Finding = { ...proof, outcome: 'unavailable', reason: 'slow' }

describe.each(kinds)('the store on $name', ({ start }) => {
  let engine: Engine | undefined
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine?.stop())
  const story = (
    name: string,
    tell: (store: Store, forward: (ms: number) => void) => Promise<void>,
  ) =>
    test(name, async () => {
      let at = Date.parse('2026-11-22T12:00:00Z')
      const now = () => new Date(at)
      const store = engine
        ? createStore(await newTable(engine.endpoint, now))
        : createMemoryStore(now)
      await tell(store, (ms) => {
        at += ms
      })
    })

  story('knows nothing of a number that nobody asked about', async (store) => {
    expect(await store.firms.known('NO_ENHETER', 'orgnr-923609016')).toBeUndefined()
  })

  story('knows everything that a register said', async (store) => {
    await store.firms.know(found)
    expect(await store.firms.known('NO_ENHETER', 'orgnr-923609016')).toEqual({ finding: found })
  })

  story('keeps what one register said apart from what another said', async (store) => {
    await store.firms.know(found)
    expect(await store.firms.known('EU_VIES', 'orgnr-923609016')).toBeUndefined()
  })

  story('keeps a failure beside the last thing that was said', async (store) => {
    await store.firms.know(found)
    await store.firms.know(down)
    expect(await store.firms.known('NO_ENHETER', 'orgnr-923609016')).toEqual({
      finding: found,
      trouble: { reason: 'slow', at: proof.asOf },
    })
  })

  story('forgets a failure when the register speaks again', async (store) => {
    await store.firms.know(down)
    await store.firms.know(found)
    expect(await store.firms.known('NO_ENHETER', 'orgnr-923609016')).toEqual({ finding: found })
  })

  story('forgets what was said too long ago', async (store, forward) => {
    await store.firms.know(found)
    forward(retention.factMs + 1000)
    expect(await store.firms.known('NO_ENHETER', 'orgnr-923609016')).toBeUndefined()
  })

  const paces: [string, Pace, number][] = [
    ['a day', { most: 5, day: 'Europe/Warsaw' }, 24 * 3_600_000],
    ['three minutes', { most: 5, perMs: 180_000 }, 180_000],
  ]
  for (const [name, pace, window] of paces) {
    story(
      `gives no more than a register bears in ${name}, however many ask at once`,
      async (store) => {
        const taken = await Promise.all(
          Array.from({ length: 12 }, () => store.paces.take({ register: 'PL_WL' }, pace)),
        )
        expect(taken.filter(Boolean)).toHaveLength(5)
      },
    )

    story(`gives again after ${name}`, async (store, forward) => {
      for (let count = 0; count < 6; count++) await store.paces.take({ register: 'PL_WL' }, pace)
      forward(window)
      expect(await store.paces.take({ register: 'PL_WL' }, pace)).toBe(true)
    })
  }

  story('gives to one register what another has used up', async (store) => {
    const pace = { most: 1, perMs: 60_000 }
    await store.paces.take({ register: 'PL_WL' }, pace)
    expect(await store.paces.take({ register: 'PL_KRS' }, pace)).toBe(true)
  })

  story('counts a task of ours apart from a register of that name', async (store) => {
    const pace = { most: 1, perMs: 60_000 }
    await store.paces.take({ register: 'probe' }, pace)
    expect(await store.paces.take({ task: 'probe' }, pace)).toBe(true)
  })

  const listed: Outcome = { outcome: 'active', firm: { numbers: [{ kind: 'ico', value: '1' }] } }
  const copyOf = (...numbers: string[]): Copy => ({
    asOf: '2026-11-21T03:00:00.000Z',
    outcomes: new Map(numbers.map((number) => [number, listed])),
  })

  story('has no copy before the first', async (store) => {
    expect(await store.firms.copyOf('CZ_AGENCIES')).toBeUndefined()
    expect(await store.firms.copied('CZ_AGENCIES', 'ico-1')).toBeUndefined()
  })

  story('answers from a copy, with its date and size', async (store) => {
    await store.firms.keepCopy('CZ_AGENCIES', copyOf('ico-1', 'ico-2'))
    expect(await store.firms.copied('CZ_AGENCIES', 'ico-2')).toEqual(listed)
    expect(await store.firms.copyOf('CZ_AGENCIES')).toEqual({
      asOf: '2026-11-21T03:00:00.000Z',
      fetchedAt: '2026-11-22T12:00:00.000Z',
      count: 2,
    })
  })

  story('no longer knows what the next copy does not hold', async (store, forward) => {
    await store.firms.keepCopy('CZ_AGENCIES', copyOf('ico-1', 'ico-2'))
    forward(24 * 3_600_000)
    await store.firms.keepCopy('CZ_AGENCIES', copyOf('ico-1'))
    expect(await store.firms.copied('CZ_AGENCIES', 'ico-2')).toBeUndefined()
    expect(await store.firms.copied('CZ_AGENCIES', 'ico-1')).toEqual(listed)
  })

  story('forgets a copy that nothing has followed for too long', async (store, forward) => {
    await store.firms.keepCopy('CZ_AGENCIES', copyOf('ico-1'))
    forward(retention.factMs + 1000)
    expect(await store.firms.copyOf('CZ_AGENCIES')).toBeUndefined()
  })

  story('holds a copy of two thousand numbers', async (store) => {
    const numbers = Array.from({ length: 2000 }, (_, count) => `ico-${count}`)
    await store.firms.keepCopy('CZ_AGENCIES', copyOf(...numbers))
    expect(await store.firms.copied('CZ_AGENCIES', 'ico-1999')).toEqual(listed)
  })
})
