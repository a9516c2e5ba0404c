import { afterAll, beforeAll, expect, test } from 'vitest'
import { endHeld } from '../../src/app/held.ts'
import type { Store } from '../../src/app/ports/world.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createStore } from '../../src/store/store.ts'
import { breaksOff } from './breaks-off.ts'
import { type Engine, newTable, scan } from './engines.ts'

const now = () => new Date('2026-11-22T12:00:00Z')
const minute = now().getTime() / 60_000
const dues = [60, 3000].map((later) => ({ minute: minute + later, what: 'arrival' }))
const others = [{ minute: minute + 90, what: 'days' }]

/** More requests than any of these makes. */
const requestsAtMost = 14

let engine: Engine
beforeAll(async () => {
  engine = await startDatabase()
})
afterAll(() => engine.stop())

type Deed = (store: Store, chat: number) => Promise<void>

test.each<[string, Deed, Deed]>([
  ['a plan', async () => {}, ({ plans }, chat) => plans.set(chat, dues)],
  [
    'another plan',
    ({ plans }, chat) => plans.set(chat, dues),
    ({ plans }, chat) => plans.set(chat, others),
  ],
  [
    'the end of a plan',
    ({ plans }, chat) => plans.set(chat, dues),
    ({ plans }, chat) => plans.set(chat, []),
  ],
  ['a wish for tips', async () => {}, ({ tips }, chat) => tips.add(chat, 'rights')],
  [
    'the end of tips',
    ({ tips }, chat) => tips.add(chat, 'rights'),
    ({ tips }, chat) => tips.remove(chat, 'rights'),
  ],
])(
  '%s that breaks off anywhere leaves nothing that cannot be ended',
  async (_what, before, deed) => {
    const table = await newTable(engine.endpoint, now)
    const store = createStore(table)
    for (let requests = 0; requests <= requestsAtMost; requests++) {
      const chat = 7 + requests
      await before(store, chat)
      await deed(createStore(breaksOff(table, requests)), chat).catch(() => undefined)
      await endHeld(store, chat)
    }
    const left = (await scan(table)).filter(({ pk }) => /^(DUE|THEME)#/.test(String(pk)))
    expect(left).toEqual([])
  },
)
