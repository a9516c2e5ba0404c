import { afterAll, beforeAll, describe, test } from 'vitest'
import type { Store } from '../../src/app/ports/world.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'
import { createStore } from '../../src/store/store.ts'
import { type Engine, newTable } from './engines.ts'

/** The store over a database, and the one in this process. */
const kinds: { name: string; start: () => Promise<Engine | undefined> }[] = [
  { name: 'memory', start: async () => undefined },
  { name: 'dynalite', start: () => startDatabase() },
]

/** Tells one story about a new store, at noon; time goes forward when it is told. */
type Story = (
  name: string,
  tell: (store: Store, forward: (ms: number) => void) => Promise<void>,
) => void

export const noon = Date.parse('2026-11-22T12:00:00Z')

/** Holds both stores to the same contract. */
export function describeStores(what: string, tell: (story: Story) => void): void {
  describe.each(kinds)(`${what}, in the store on $name`, ({ start }) => {
    let engine: Engine | undefined
    beforeAll(async () => {
      engine = await start()
    })
    afterAll(() => engine?.stop())
    tell((name, tellStory) => {
      test(name, async () => {
        let at = noon
        const now = () => new Date(at)
        const store = engine
          ? createStore(await newTable(engine.endpoint, now))
          : createMemoryStore(now)
        await tellStory(store, (ms) => {
          at += ms
        })
      })
    })
  })
}
