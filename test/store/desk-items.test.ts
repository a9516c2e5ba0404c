import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/app/ports/world.ts'
import { Busy } from '../../src/app/trouble.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createStore } from '../../src/store/store.ts'
import { chatKey, type Table } from '../../src/store/table.ts'
import { byPages, inPart } from './answering.ts'
import { type Engine, newTable, scan } from './engines.ts'
import { noon } from './kinds.ts'
import { richCase, someDesk } from './some-desk.ts'

const { id, group } = someDesk
const day = 24 * 3600

let engine: Engine
beforeAll(async () => {
  engine = await startDatabase()
})
afterAll(() => engine.stop())

const story = (name: string, tell: (store: Store, table: Table) => Promise<void>) =>
  test(name, async () => {
    const table = await newTable(engine.endpoint, () => new Date(noon))
    await tell(createStore(table), table)
  })

/** Writes behind the store's back. */
async function put({ client, name }: Table, Item: Record<string, unknown>) {
  await client.send(new PutCommand({ TableName: name, Item }))
}

/** The item of the case of 7, with something else in it. */
async function spoil(table: Table, change: (item: Record<string, unknown>) => object) {
  const item = (await scan(table)).find(({ sk }) => sk === 'CASE') ?? {}
  await put(table, { ...item, ...change(item) })
}

describe('what cannot be read', () => {
  const spoilt: Record<string, object> = {
    'no version': { version: undefined },
    'a version that is none': { version: 'three' },
    'a state that nobody knows': { is: { ...richCase, state: 'singing' } },
    'nothing in it': { is: {} },
    'no expiry': { expiresAt: 'never' },
  }

  for (const [what, change] of Object.entries(spoilt))
    story(`a case with ${what} counts as none, and another can begin`, async (store, table) => {
      for (let version = 0; version < 3; version++)
        await store.cases.keep(7, { ...richCase, version })
      await spoil(table, () => change)
      const before = await store.cases.of(7)
      const kept = await store.cases.keep(7, richCase)
      expect([before, await store.cases.of(7)]).toEqual([undefined, kept])
    })

  story('two who begin another over such a case do not both win', async (store, table) => {
    await store.cases.keep(7, richCase)
    await spoil(table, () => ({ is: {} }))
    const begun = await Promise.allSettled([1, 2, 3].map(() => store.cases.keep(7, richCase)))
    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  story('a reason of another release is lost alone', async (store, table) => {
    await store.cases.keep(7, richCase)
    await spoil(table, ({ is }) => ({ is: { ...Object(is), urgent: 'thunder' } }))
    const { urgent: _, ...one } = richCase
    expect(await store.cases.of(7)).toEqual({ ...one, version: 1 })
  })

  story('so are needs', async (store, table) => {
    await store.cases.keep(7, richCase)
    await spoil(table, ({ is }) => ({ is: { ...Object(is), needs: ['a boat'] } }))
    const { needs: _, ...one } = richCase
    expect(await store.cases.of(7)).toEqual({ ...one, version: 1 })
  })

  story('a pair is passed over', async (store, table) => {
    await put(table, { pk: chatKey(table, 7), sk: 'PAIR#C40', message: 'many' })
    const looked = await store.cases.look(7, 'chat', 40)
    await store.cases.drop(7)
    expect([looked, await scan(table)]).toEqual([{}, []])
  })

  story('a desk is passed over, and its code stays used', async (store, table) => {
    await put(table, { pk: 'DESKS', sk: 'z9y8x7w6', name: 7 })
    await store.desks.connect(someDesk)
    const became = await store.desks.connect({ ...someDesk, id: 'z9y8x7w6', group: group - 1 })
    expect([became, await store.desks.all()]).toEqual(['used', [someDesk]])
  })

  story('a topic and a group are passed over', async (store, table) => {
    const pk = `GROUP#${group}`
    await put(table, { pk, sk: 'GROUP', invitedAt: 'once' })
    await put(table, { pk, sk: 'THREAD#song', chat: 7 })
    await put(table, { pk, sk: 'THREAD#0000000071', chat: 'somebody' })
    expect([await store.desks.topics(group), await store.desks.at(group, 71)]).toEqual([[], {}])
  })
})

describe('what the table holds', () => {
  story('says when it may be deleted, but for desks and topics', async (store, table) => {
    await store.cases.keep(7, { ...richCase, state: 'waiting' })
    await store.cases.keep(8, { ...richCase, state: 'closed', closedAt: noon - 5 * day * 1000 })
    await store.cases.pair(7, { chat: 40, topic: 500, update: 1 })
    await store.desks.accept(id, 11, { wording: '2026-11-30', at: noon })
    await store.desks.noteInvited(group - 1)
    await store.desks.connect(someDesk)
    await store.desks.keepTopic(group, { thread: 71, chat: 7 })
    const days = (await scan(table)).map(
      ({ sk, expiresAt }) => `${sk} ${expiresAt && (Number(expiresAt) - noon / 1000) / day}`,
    )
    expect(days.sort()).toEqual([
      'CASE 25',
      'CASE 60',
      'GROUP 2',
      'GROUP undefined',
      'MEMBER#11 400',
      'PAIR#C40 60',
      'PAIR#T500 60',
      'THREAD#0000000071 undefined',
      `${id} undefined`,
    ])
  })

  story('names a chat by its plain id only at its topic', async (store, table) => {
    const chat = 5_223_010_204
    await store.desks.connect(someDesk)
    await store.cases.keep(chat, richCase)
    await store.cases.pair(chat, { chat: 40, topic: 500, update: 1 })
    await store.desks.keepTopic(group, { thread: 71, chat })
    const naming = (await scan(table)).filter((item) => JSON.stringify(item).includes(`${chat}`))
    expect(naming.map(({ sk }) => sk)).toEqual(['THREAD#0000000071'])
  })
})

describe('a database with much in it, that answers page by page', () => {
  story('tells of all desks and topics', async (_, table) => {
    const { desks } = createStore(byPages(table))
    for (const at of [1, 2, 3]) await desks.connect({ ...someDesk, id: `d${at}`, group: -at })
    for (const thread of [1, 2, 3]) await desks.keepTopic(group, { thread, chat: 7 })
    expect([(await desks.all()).length, (await desks.topics(group)).length]).toEqual([3, 3])
  })

  story('drops a case with all pairs', async (store, table) => {
    await store.cases.keep(7, richCase)
    for (const chat of [1, 2, 3]) await store.cases.pair(7, { chat, topic: 500 + chat, update: 1 })
    await createStore(byPages(table)).cases.drop(7)
    expect(await scan(table)).toEqual([])
  })
})

describe('a busy database', () => {
  story('that does a part is asked for the rest', async (_, table) => {
    const { cases, desks } = createStore(inPart(table))
    const one = await cases.keep(7, richCase)
    await cases.pair(7, { chat: 40, topic: 500, update: 1 })
    await desks.connect(someDesk)
    await desks.keepTopic(group, { thread: 71, chat: 7 })
    expect([await cases.look(7, 'topic', 500), await desks.at(group, 71)]).toEqual([
      { one, twin: { message: 40, update: 1 } },
      { desk: id, chat: 7 },
    ])
  })

  story('that does nothing is Busy', async (_, table) => {
    const { cases, desks } = createStore(inPart(table, 0))
    await expect(cases.pair(7, { chat: 40, topic: 500, update: 1 })).rejects.toThrow(Busy)
    await expect(cases.look(7, 'chat', 40)).rejects.toThrow(Busy)
    await expect(desks.at(group)).rejects.toThrow(Busy)
  })
})
