import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDatabase } from '../../src/entry/embedded.ts'
import { pack, unpack } from '../../src/store/packed.ts'
import { createStore } from '../../src/store/store.ts'
import { type Engine, newTable, scan } from './engines.ts'
import { chat, fill, firm, fixtures, fromJson, type Release } from './release.ts'

const releases = readdirSync(fixtures).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))

let engine: Engine
beforeAll(async () => {
  engine = await startDatabase()
})
afterAll(() => engine.stop())

describe.each(releases)('what the release %s wrote', (file) => {
  /** The table as that release left it. */
  async function left() {
    const release = read(file)
    const table = await newTable(engine.endpoint, () => new Date(release.now))
    for (const Item of release.items)
      await table.client.send(new PutCommand({ TableName: table.name, Item }))
    return { release, store: createStore(table) }
  }

  test('is read: a talk with all that can be pending', async () => {
    const { release, store } = await left()
    expect(await store.talks.load(chat)).toEqual(release.talk)
  })

  test('is read: the messages that can be taken away', async () => {
    const { release, store } = await left()
    expect(await store.messages.of(chat)).toEqual(release.seen)
  })

  test('is read: what registers said, asked and copied', async () => {
    const { release, store } = await left()
    expect(await store.firms.known(firm.register, firm.number)).toEqual(release.known)
    expect(await store.firms.copyOf('PL_KRAZ')).toEqual(release.copy)
    expect(await store.firms.copied('PL_KRAZ', firm.number)).toMatchObject({ outcome: 'active' })
  })

  test('is read: what comes by itself', async () => {
    const { release, store } = await left()
    expect(await store.plans.of(chat)).toEqual(release.dues)
    expect(await store.tips.of(chat)).toEqual(release.themes)
    const [due] = release.dues
    expect(await store.plans.at(due?.minute ?? 0)).toMatchObject([{ chat, what: 'arrival' }])
  })

  test('can be written over', async () => {
    const { release, store } = await left()
    const kept = await store.talks.keep(chat, { ...release.talk, recent: [1] })
    expect(await store.talks.load(chat)).toEqual(kept)
  })
})

test('what is pending is read packed too, so that the next release may write it so', async () => {
  const release = read(releases.at(-1) ?? '')
  const table = await newTable(engine.endpoint, () => new Date(release.now))
  const isTalk = ({ sk }: Record<string, unknown>) => sk === 'TALK'
  const { pending, ...item } = release.items.find(isTalk) ?? {}
  const packed = pack(pending)
  await table.client.send(new PutCommand({ TableName: table.name, Item: { ...item, packed } }))
  expect(await createStore(table).talks.load(chat)).toEqual(release.talk)
})

/** While both versions run, the old one reads what the new one writes; so a new form waits until the old one knows it. */
test('this version writes what the last release reads', async () => {
  const release = read(releases.at(-1) ?? '')
  const now = new Date(release.now)
  const table = await newTable(engine.endpoint, () => now)
  await fill(createStore(table), { ...release.talk, version: 0 }, now)
  const asItReads = (items: Record<string, unknown>[]) =>
    sorted(items.map((item) => asRead(item, release)))
  expect(asItReads(await scan(table))).toEqual(asItReads(release.items))
})

/** As that release reads it; whose write it was says nothing to it. */
function asRead({ by: _, ...item }: Record<string, unknown>, { reads = [] }: Release) {
  const { packed, ...plain } = item
  const isKnown = packed instanceof Uint8Array && reads.includes('packed')
  return isKnown ? { ...plain, pending: unpack(packed) } : item
}

function read(file: string): Release {
  return JSON.parse(readFileSync(join(fixtures, file), 'utf8'), fromJson)
}

function sorted(items: Record<string, unknown>[]) {
  return items.toSorted((a, b) => `${a.pk}${a.sk}`.localeCompare(`${b.pk}${b.sk}`))
}
