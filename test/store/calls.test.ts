import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Pending, Talk } from '../../src/app/ports/talk.ts'
import { handle } from '../../src/app/turn/handle.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createStore } from '../../src/store/store.ts'
import { newLine } from '../line.ts'
import { newReader, type Person } from '../person.ts'
import { type Engine, newTable, scan } from './engines.ts'
import { itemSize } from './item-size.ts'
import { richCase, someDesk } from './some-desk.ts'

/** Up to this size a write costs one unit. */
const writeUnit = 1024

const now = () => new Date('2026-11-22T12:00:00Z')

let engine: Engine
beforeAll(async () => {
  engine = await startDatabase()
})
afterAll(() => engine.stop())

describe('what a turn asks of the database', () => {
  test('a press: one read and one write', async () => {
    const { person, asked } = await checksOffer()
    await person.taps('advert')
    expect(asked()).toEqual(['GetItem', 'PutItem'])
  })

  test('a press that takes an answer back: the same', async () => {
    const { person, asked } = await checksOffer()
    await person.taps('back')
    expect(asked()).toEqual(['GetItem', 'PutItem'])
  })

  test('a press of an old button: the same', async () => {
    const { person, asked } = await checksOffer()
    const message = person.phone.bubbles.at(-1)?.id ?? 0
    await person.presses(message, { flow: 'offer', step: 'country', choice: 'DE' })
    expect(asked()).toEqual(['GetItem', 'PutItem'])
  })

  test('a press that comes again: one read', async () => {
    const { person, asked } = await checksOffer()
    const incoming = await person.taps('advert')
    asked()
    await handle(person.world, incoming)
    expect(asked()).toEqual(['GetItem'])
  })

  test('a tick on a list: one read and one write', async () => {
    const { person, asked } = await checksOffer()
    await person.opens('start departure')
    await person.taps('list')
    asked()
    await person.taps('on-contract')
    expect(asked()).toEqual(['GetItem', 'PutItem'])
  })

  test('a typed answer: one read, one write, a note of the new messages, and a look whether it may stay', async () => {
    const { person, asked } = await checksOffer()
    await person.taps('back')
    asked()
    await person.says('Niemcy')
    expect(asked()).toEqual(['GetItem', 'PutItem', 'UpdateItem', 'GetItem'])
  })
})

describe('what a case asks of the database', () => {
  const pair = { chat: 1_234_567, topic: 1_234_600, update: 812_345_678 }

  test('a message and its copy are looked up with the case: one read', async () => {
    const { store, asked } = await counted()
    await store.cases.look(7, 'topic', pair.topic)
    expect(asked()).toEqual(['BatchGetItem'])
  })

  test('a message was copied: one request', async () => {
    const { store, asked } = await counted()
    await store.cases.pair(7, pair)
    expect(asked()).toEqual(['BatchWriteItem'])
  })

  test('a message was copied: two items, each of one write unit', async () => {
    const table = await newTable(engine.endpoint, now)
    await createStore(table).cases.pair(7, pair)
    const sizes = (await scan(table)).map(itemSize)
    expect(sizes.map((size) => size < writeUnit)).toEqual([true, true])
  })

  test('a case with all that it can hold is smaller than a write unit', async () => {
    const table = await newTable(engine.endpoint, now)
    await createStore(table).cases.keep(7, richCase)
    const [item = {}] = await scan(table)
    expect(itemSize(item)).toBeLessThan(writeUnit)
  })

  test('a case is written: one write', async () => {
    const { store, asked } = await counted()
    await store.cases.keep(7, richCase)
    expect(asked()).toEqual(['PutItem'])
  })

  test('a place in a group, with its topic: one read', async () => {
    const { store, asked } = await counted()
    await store.desks.at(someDesk.group, 71)
    expect(asked()).toEqual(['BatchGetItem'])
  })

  test('all desks: one read', async () => {
    const { store, asked } = await counted()
    await store.desks.all()
    expect(asked()).toEqual(['Query'])
  })
})

describe('a talk in the middle of a check, with all that can be pending', () => {
  // Opened by a link, so the message queue holds the first screen; or typed at last, so that it holds a hint too.
  const ways: [string, (person: Person) => Promise<unknown>][] = [
    ['after thirteen presses', async () => {}],
    ['after thirteen presses and a typed word', (person) => person.says('hm')],
  ]

  test.each(ways)('%s it has thirteen answers and both sources', async (_when, last) => {
    const { talk } = await inTheMiddle(last)
    expect(talk.state?.path.filter(({ answer }) => answer !== undefined)).toHaveLength(13)
    expect(Object.keys(talk.pending).sort()).toEqual(['message', 'press'])
  })

  test.each(ways)('%s it is smaller than a write unit', async (_when, last) => {
    const { item } = await inTheMiddle(last)
    expect(itemSize(item)).toBeLessThan(writeUnit)
  })

  test.each(ways)('%s the engine counts one write unit too', async (_when, last) => {
    const { item, table } = await inTheMiddle(last)
    const written = await table.client.send(
      new PutCommand({ TableName: table.name, Item: item, ReturnConsumedCapacity: 'TOTAL' }),
    )
    expect(written.ConsumedCapacity?.CapacityUnits).toBe(1)
  })
})

/** A store, and what it asked of DynamoDB since the last look. */
async function counted() {
  const { endpoint, done } = await newLine(engine.endpoint, () => false)
  const store = createStore(await newTable(endpoint, now))
  const asked = () => done.splice(0)
  asked()
  return { store, asked }
}

/** Somebody who has answered the first question of an offer check. */
async function checksOffer() {
  const { store, asked } = await counted()
  const person = await newReader({ store })
  await person.opens('start offer')
  for (const choice of ['adult', 'questions']) await person.taps(choice)
  await person.taps('DE')
  asked()
  return { person, asked }
}

test('a list on which everything is done is smaller than a write unit too', async () => {
  const table = await newTable(engine.endpoint, now)
  const person = await newReader({ store: createStore(table) })
  await person.opens('start departure')
  await person.taps('list')
  for (let page = 1; page < 20; page++) {
    for (const item of person.choices().filter((id) => id.startsWith('on-')))
      await person.taps(item)
    if (!person.choices().includes(`page-${page}`)) break
    await person.taps(`page-${page}`)
  }
  const item = (await scan(table)).find(({ sk }) => sk === 'TALK') ?? {}
  expect((await person.talk())?.ticks?.['departure.list']).toHaveLength(15)
  expect(itemSize(item)).toBeLessThan(writeUnit)
})

/** The item of somebody who came by a link, took the longest way to a country and stands before the last question. */
async function inTheMiddle(last: (person: Person) => Promise<unknown>) {
  const table = await newTable(engine.endpoint, now)
  const store = createStore(table)
  const person = await newReader({ store })
  await person.opens('start offer')
  for (const choice of ['adult', 'questions']) await person.taps(choice)
  await toFarCountry(person)
  for (const answer of ['stranger', 'unknown', 'unknown', 'unknown', 'unknown'])
    await person.taps(answer)
  for (const answer of ['unknown', 'yes', 'unknown', 'yes', 'yes']) {
    await person.taps(answer)
    if (person.at() === 'danger.stop') await person.taps('go-on')
  }
  await last(person)
  const talk = withRealNumbers((await store.talks.load(7)) ?? newTalk)
  await store.talks.keep(7, talk)
  const item = (await scan(table)).find(({ sk }) => sk === 'TALK') ?? {}
  return { talk, item, table }
}

/** The longest way to a country: the last page of the list, and the question about its region. */
async function toFarCountry(person: Person) {
  await person.taps('another')
  while (!person.choices().includes('UA')) await person.taps(person.choices().at(-1) ?? '')
  for (const answer of ['UA', 'neither']) await person.taps(answer)
}

const newTalk: Talk = { recent: [], pending: {}, version: 0 }

/** Tests count from one; Telegram's numbers are as long as these. */
function withRealNumbers(talk: Talk): Talk {
  const { message, press } = talk.pending
  return {
    ...talk,
    recent: Array.from({ length: 32 }, (_, index) => 812_345_611 + index * 7),
    pending: {
      ...(message && { message: withRealTimes(message) }),
      ...(press && { press: withRealTimes(press) }),
    },
  }
}

function withRealTimes(entry: Pending): Pending {
  const at = 1_795_348_812_347
  return { ...entry, update: 812_345_611, at, message: 1_234_567, sentAt: 1_795_348_811 }
}
