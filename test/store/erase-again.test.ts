import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDatabase } from '../../src/entry/embedded.ts'
import { eraseAgain } from '../../src/store/erase-again.ts'
import { createStore } from '../../src/store/store.ts'
import type { Table } from '../../src/store/table.ts'
import { type Engine, newTable, scan } from './engines.ts'
import { richCase, someDesk } from './some-desk.ts'
import { richTalk } from './talks.ts'

const now = () => new Date('2026-11-22T12:00:00Z')

/** Everything that a table can hold of a person. */
async function lives(table: Table, chat: number) {
  const store = createStore(table)
  await store.talks.keep(chat, { ...richTalk, version: 0 })
  await store.messages.note(chat, [{ message: 1, at: 1_795_348_800, own: true, update: 1 }])
  await store.plans.set(chat, [{ minute: 29_922_480, what: 'arrival' }], 'pl')
  await store.tips.add(chat, 'offers', 'pl')
  await store.cases.keep(chat, richCase)
  await store.cases.pair(chat, { chat: 40, topic: 500 + chat, update: 1 })
  await store.desks.keepTopic(someDesk.group, { thread: 70 + chat, chat })
}

describe('a table on dynalite that is brought back', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await startDatabase()
  })
  afterAll(() => engine.stop())
  const story = (name: string, tell: () => Promise<void>) =>
    test(name, async () => {
      await tell()
    })

  async function brings() {
    const [old, restored] = [
      await newTable(engine.endpoint, now),
      await newTable(engine.endpoint, now),
    ]
    for (const chat of [7, 8]) await lives(restored, chat)
    return { old, restored }
  }

  story('forgets whoever was forgotten since', async () => {
    const { old, restored } = await brings()
    const alone = await newTable(engine.endpoint, now)
    await lives(alone, 8)
    await createStore(old).talks.noteForgotten(7, [])
    await eraseAgain(old, restored)
    const keys = async (table: Table) =>
      (await scan(table))
        .map(({ pk, sk }) => `${pk} ${sk}`)
        .filter((key) => !key.includes('minute#'))
    expect((await keys(restored)).sort()).toEqual((await keys(alone)).sort())
  })

  story("keeps a desk, and topics that are nobody's any more", async () => {
    const { old, restored } = await brings()
    const { desks } = createStore(restored)
    await desks.connect(someDesk)
    await desks.keepTopic(someDesk.group, { thread: 1, until: 1 })
    for (const chat of [7, 8]) await createStore(old).talks.noteForgotten(chat, [])
    await eraseAgain(old, restored)
    expect([await desks.all(), await desks.topics(someDesk.group)]).toEqual([
      [someDesk],
      [{ thread: 1, until: 1 }],
    ])
  })

  story('says how much was theirs', async () => {
    const { old, restored } = await brings()
    await createStore(old).talks.noteForgotten(7, [])
    const before = (await scan(restored)).length
    expect(await eraseAgain(old, restored)).toBe(before - (await scan(restored)).length)
  })

  story('is left alone where nobody was forgotten', async () => {
    const { old, restored } = await brings()
    expect(await eraseAgain(old, restored)).toBe(0)
  })
})
