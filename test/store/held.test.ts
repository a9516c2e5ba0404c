import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/app/ports/world.ts'
import { retention } from '../../src/app/retention.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'
import { createStore } from '../../src/store/store.ts'
import { chatKey, type Table } from '../../src/store/table.ts'
import { type Engine, newTable, scan } from './engines.ts'

const begin = Date.parse('2026-11-22T12:00:00Z')
const soon = { minute: begin / 60_000 + 60, what: 'arrival' }
const later = { minute: begin / 60_000 + 3000, what: 'days' }

/** The store over a database, and the one in this process. */
const kinds: {
  name: string
  start: () => Promise<Engine | undefined>
}[] = [
  { name: 'memory', start: async () => undefined },
  { name: 'dynalite', start: () => startDatabase() },
]

describe.each(kinds)('what comes by itself, in the store on $name', ({ start }) => {
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
      let at = begin
      const now = () => new Date(at)
      const store = engine
        ? createStore(await newTable(engine.endpoint, now))
        : createMemoryStore(now)
      await tell(store, (ms) => {
        at += ms
      })
    })

  story('is nothing where nobody asked', async (store) => {
    expect([await store.plans.of(7), await store.tips.of(7)]).toEqual([[], []])
  })

  story('is planned, the soonest first', async (store) => {
    await store.plans.set(7, [later, soon], 'pl')
    expect(await store.plans.of(7)).toEqual([soon, later])
  })

  story('lies under its minute with chat and language', async (store) => {
    await store.plans.set(7, [soon, later], 'uk')
    expect(await store.plans.at(soon.minute)).toEqual([{ ...soon, chat: 7, language: 'uk' }])
  })

  story("of one minute is everybody's", async (store) => {
    await store.plans.set(7, [soon], 'pl')
    await store.plans.set(8, [soon])
    const chats = (await store.plans.at(soon.minute)).map(({ chat }) => chat)
    expect(chats.sort()).toEqual([7, 8])
  })

  story('takes the place of what was planned before', async (store) => {
    await store.plans.set(7, [soon], 'pl')
    await store.plans.set(7, [later], 'pl')
    expect(await store.plans.of(7)).toEqual([later])
    expect(await store.plans.at(soon.minute)).toEqual([])
  })

  story('planned twice is planned once', async (store) => {
    await store.plans.set(7, [soon], 'pl')
    await store.plans.set(7, [soon], 'pl')
    expect(await store.plans.of(7)).toEqual([soon])
    expect(await store.plans.at(soon.minute)).toHaveLength(1)
  })

  story('ends when nothing is planned any more', async (store) => {
    await store.plans.set(7, [soon, later], 'pl')
    await store.plans.set(7, [])
    expect(await store.plans.of(7)).toEqual([])
    expect(await store.plans.at(later.minute)).toEqual([])
  })

  story('of one person ends without that of another', async (store) => {
    await store.plans.set(7, [soon], 'pl')
    await store.plans.set(8, [soon], 'pl')
    await store.plans.set(7, [])
    expect(await store.plans.of(8)).toEqual([soon])
    expect(await store.plans.at(soon.minute)).toHaveLength(1)
  })

  story('was brought, and what is left is still planned', async (store) => {
    await store.plans.set(7, [soon, later], 'pl')
    await store.plans.done(7, soon)
    expect(await store.plans.of(7)).toEqual([later])
    expect(await store.plans.at(soon.minute)).toEqual([])
  })

  story('is nothing after the last was brought, also when that is said twice', async (store) => {
    await store.plans.set(7, [soon], 'pl')
    await store.plans.done(7, soon)
    await store.plans.done(7, soon)
    expect(await store.plans.of(7)).toEqual([])
  })

  story('can be taken for 14 days after its minute', async (store, forward) => {
    await store.plans.set(7, [soon], 'pl')
    forward(3_600_000 + retention.lateMs - 1000)
    expect(await store.plans.of(7)).toEqual([soon])
    expect(await store.plans.at(soon.minute)).toHaveLength(1)
  })

  story('is gone when it is later than that', async (store, forward) => {
    await store.plans.set(7, [soon], 'pl')
    forward(3_600_000 + retention.lateMs)
    expect(await store.plans.of(7)).toEqual([])
    expect(await store.plans.at(soon.minute)).toEqual([])
  })

  story('is found by the minutes after one and up to another', async (store) => {
    await store.plans.set(7, [soon, later], 'pl')
    await store.plans.set(8, [soon], 'pl')
    const found = [
      await store.plans.minutes(soon.minute - 1, later.minute),
      await store.plans.minutes(soon.minute, later.minute - 1),
      await store.plans.minutes(later.minute, later.minute),
    ]
    expect(found).toEqual([[soon.minute, later.minute], [], []])
  })

  story('has no cursor before the first tick', async (store) => {
    expect(await store.plans.cursor()).toBeUndefined()
  })

  story('has a cursor that moves on and never back', async (store) => {
    await store.plans.moveCursor(soon.minute)
    await store.plans.moveCursor(later.minute)
    await store.plans.moveCursor(soon.minute)
    expect(await store.plans.cursor()).toBe(later.minute)
  })

  story('are the themes that somebody chose, each once, by the alphabet', async (store) => {
    for (const theme of ['rights', 'country-NL', 'rights']) await store.tips.add(7, theme, 'pl')
    expect(await store.tips.of(7)).toEqual(['country-NL', 'rights'])
  })

  story('is of a theme until that is ended', async (store) => {
    await store.tips.add(7, 'rights', 'pl')
    await store.tips.add(7, 'offers', 'pl')
    await store.tips.remove(7, 'rights')
    await store.tips.remove(7, 'rights')
    expect(await store.tips.of(7)).toEqual(['offers'])
  })

  story("of one person's themes is nobody else's", async (store) => {
    await store.tips.add(7, 'rights', 'pl')
    expect(await store.tips.of(8)).toEqual([])
  })

  story('of a theme are all who subscribed, in the language that they speak', async (store) => {
    await store.tips.add(7, 'rights', 'pl')
    await store.tips.add(8, 'rights')
    await store.tips.add(9, 'offers', 'pl')
    await store.tips.speak(7, 'uk')
    const all = await store.tips.subscribers('rights')
    expect(all).toEqual([{ chat: 7, language: 'uk' }, { chat: 8 }])
  })

  story('of a theme are found page by page, each once', async (store) => {
    const chats = Array.from({ length: 230 }, (_, at) => at * 7 + 1)
    for (const chat of chats) await store.tips.add(chat, 'rights', 'pl')
    const found: number[] = []
    for (let last: number | undefined, page = true; page; ) {
      const people = await store.tips.subscribers('rights', last)
      found.push(...people.map(({ chat }) => chat))
      last = people.at(-1)?.chat
      page = people.length > 0
    }
    expect(found).toEqual([...chats].sort((a, b) => (String(a) < String(b) ? -1 : 1)))
  })

  story('of a theme goes on behind somebody who has left meanwhile', async (store) => {
    for (const chat of [7, 8, 9]) await store.tips.add(chat, 'rights', 'pl')
    await store.tips.remove(8, 'rights')
    expect(await store.tips.subscribers('rights', 8)).toEqual([{ chat: 9, language: 'pl' }])
  })

  story('themes outlive the talk', async (store, forward) => {
    await store.tips.add(7, 'rights', 'pl')
    forward(10 * retention.talkMs)
    expect(await store.tips.of(7)).toEqual(['rights'])
  })
})

describe('the table on dynalite', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await startDatabase()
  })
  afterAll(() => engine.stop())
  const story = (name: string, tell: (store: Store, table: Table) => Promise<void>) =>
    test(name, async () => {
      const table = await newTable(engine.endpoint, () => new Date(begin))
      await tell(createStore(table), table)
    })

  /** Of a minute stays that there was something, but not for whom. */
  const nobodys = [soon, later].map(({ minute }) => `DUE/minute#0${minute}`)
  const keys = async (table: Table) => (await scan(table)).map(({ pk, sk }) => `${pk}/${sk}`)

  story('passes over subscribers that it cannot read, however many', async (store, table) => {
    const pk = 'THEME#rights'
    for (let at = 100; at < 250; at++)
      await table.client.send(
        new PutCommand({ TableName: table.name, Item: { pk, sk: `CHAT#1${at}x` } }),
      )
    await store.tips.add(7, 'rights', 'pl')
    expect(await store.tips.subscribers('rights')).toEqual([{ chat: 7, language: 'pl' }])
  })

  story('holds nobody after all was ended', async (store, table) => {
    await store.plans.set(7, [soon, later], 'pl')
    await store.tips.add(7, 'rights', 'pl')
    await store.plans.set(7, [])
    await store.tips.remove(7, 'rights')
    expect(await keys(table)).toEqual(nobodys)
  })

  story('holds nobody after all was brought', async (store, table) => {
    await store.plans.set(7, [soon, later], 'pl')
    for (const due of [soon, later]) await store.plans.done(7, due)
    expect(await keys(table)).toEqual(nobodys)
  })

  story('lets what is planned expire by itself', async (store, table) => {
    await store.plans.set(7, [soon, later], 'pl')
    const last = (due: { minute: number }) => due.minute * 60 + retention.lateMs / 1000
    const times = (await scan(table)).map(({ expiresAt }) => Number(expiresAt))
    expect(times.sort()).toEqual([last(soon), last(soon), last(later), last(later), last(later)])
  })

  story('passes over what cannot be read', async (store, table) => {
    await store.plans.set(7, [soon], 'pl')
    await put(table, { pk: `DUE#${soon.minute}`, sk: 'song', expiresAt: 'never' })
    await put(table, { pk: chatKey(table, 8), sk: 'DUES', dues: 7 })
    expect(await store.plans.at(soon.minute)).toHaveLength(1)
    expect(await store.plans.of(8)).toEqual([])
    await store.plans.set(8, [])
    expect(await keys(table)).not.toContain(`${chatKey(table, 8)}/DUES`)
  })

  story('hands out a crowd of one minute, page by page', async (store) => {
    const chats = Array.from({ length: 40 }, (_, index) => 5_000_000_000 + index)
    // Long names, so that the crowd does not fit into one page of a megabyte.
    const due = { minute: soon.minute, what: 'x'.repeat(900) }
    await Promise.all(chats.map((chat) => store.plans.set(chat, [due], 'y'.repeat(30_000))))
    const found = (await store.plans.at(due.minute)).map(({ chat }) => chat)
    expect(found.sort()).toEqual(chats)
  })
})

/** Writes behind the store's back. */
async function put({ client, name }: Table, Item: Record<string, unknown>) {
  await client.send(new PutCommand({ TableName: name, Item }))
}
