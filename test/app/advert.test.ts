import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/app/ports/world.ts'
import { handle } from '../../src/app/turn/handle.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'
import { createStore } from '../../src/store/store.ts'
import { newReader, type Person } from '../person.ts'
import { type Engine, newTable, scan } from '../store/engines.ts'
import { itemSize } from '../store/item-size.ts'
import { noteCalls } from '../store-calls.ts'

const now = () => new Date('2026-11-22T12:00:00Z')

/** An advert in which every word is one that nothing else of the bot holds. */
const advert = `Zlotowlosa Wyjazdowka szuka dziewczyny 18-28 na wizę turystyczną! Opłata rezerwacyjna dzisiaj,
ostatnie miejsca, przelot odpracujesz. Zdjęcie sylwetki, szczegóły na priv, nikomu nie mów. Kontakt: kanarka@gmail.com`
const words = (advert.toLowerCase().match(/[\p{L}]{5,}/gu) ?? []).filter(
  (word) => word !== 'kontakt',
)

function found(written: string) {
  const low = written.toLowerCase()
  return words.filter((word) => low.includes(word))
}

async function sendsAdvert(person: Person) {
  await person.opens('start offer')
  for (const choice of ['adult', 'advert']) await person.taps(choice)
  return person.says(advert)
}

/** The whole way: the advert, its verdict, all further questions, and a second advert as a caption. */
async function talks(store: Store) {
  const person = await newReader({ store })
  await sendsAdvert(person)
  for (const choice of ['done', 'done', 'questions']) await person.taps(choice)
  while (person.at() !== 'offer.more') await person.taps(person.choices().at(-1) ?? 'menu')
  await person.opens('start offer')
  await person.taps('advert')
  await person.receive({ kind: 'media', holds: 'file', caption: advert }, 700)
  await person.says(advert)
  await person.taps('menu')
  return person
}

test('the words would be seen if they were there', () => {
  expect(words.length).toBeGreaterThan(12)
  expect(found(`x ${advert}`)).toEqual(words)
})

test('nothing that is kept at any moment holds a word of the advert', async () => {
  const store = createMemoryStore(now)
  const written = noteCalls(store, ['talks.keep', 'messages.note'])
  await talks(store)
  expect(written.length).toBeGreaterThan(20)
  expect(found(written.join('\n'))).toEqual([])
})

describe('the table in the database', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await startDatabase()
  })
  afterAll(() => engine.stop())

  test('holds no word of the advert', async () => {
    const table = await newTable(engine.endpoint, now)
    await talks(createStore(table))
    const items = await scan(table)
    expect(items.map(({ sk }) => sk)).toContain('TALK')
    expect(found(JSON.stringify(items))).toEqual([])
  })

  test('holds the talk of a heavy advert in one write unit', async () => {
    const table = await newTable(engine.endpoint, now)
    const person = await newReader({ store: createStore(table) })
    await sendsAdvert(person)
    for (const tap of ['done', 'done', 'questions', 'DE']) await person.taps(tap)
    const item = (await scan(table)).find(({ sk }) => sk === 'TALK') ?? {}
    expect(itemSize(item)).toBeLessThan(1024)
  })
})

test('a repeat after a crash takes the words from the update again', async () => {
  let time = now().getTime()
  const person = await newReader({ now: () => new Date(time) })
  const { send } = person.world.phone
  await person.opens('start offer')
  for (const choice of ['adult', 'advert']) await person.taps(choice)
  person.world.phone.send = async () => {
    throw new Error('the process is gone')
  }
  const before = person.phone.bubbles.length
  await expect(person.says(advert)).rejects.toThrow('gone')
  person.world.phone.send = send
  time += 31_000
  const incoming = { update: 7, chat: 7, source: 'message' as const, message: 3, sentAt: 0 }
  const talk = await person.talk()
  const update = talk?.pending.message?.update ?? incoming.update
  await handle(person.world, { ...incoming, update, event: { kind: 'text', text: advert } })
  const shown = JSON.stringify(person.phone.bubbles.slice(before).map(({ screen }) => screen.text))
  expect(shown).toContain('Opłata rezerwacyjna')
})
