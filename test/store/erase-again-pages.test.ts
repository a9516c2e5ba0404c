import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDatabase } from '../../src/entry/embedded.ts'
import { eraseAgain } from '../../src/store/erase-again.ts'
import { createStore } from '../../src/store/store.ts'
import { byPages, inPart } from './answering.ts'
import { type Engine, newTable, scan } from './engines.ts'

const now = () => new Date('2026-11-22T12:00:00Z')

let engine: Engine
beforeAll(async () => {
  engine = await startDatabase()
})
afterAll(() => engine.stop())

const people = [7, 8, 9]

/** The forgotten people of one table, and another that still holds them. */
async function broughtBack() {
  const [old, restored] = [
    await newTable(engine.endpoint, now),
    await newTable(engine.endpoint, now),
  ]
  for (const chat of people) {
    await createStore(old).talks.noteForgotten(chat, [])
    await createStore(restored).tips.add(chat, 'offers')
  }
  return { old, restored }
}

test('a table of many pages loses everybody who was forgotten', async () => {
  const { old, restored } = await broughtBack()
  await eraseAgain(old, byPages(restored))
  expect(await scan(restored)).toEqual([])
})

test('a list of forgotten people of many pages is read whole', async () => {
  const { old, restored } = await broughtBack()
  await eraseAgain(byPages(old), restored)
  expect(await scan(restored)).toEqual([])
})

test('a database that takes a part of what is to be erased is asked again', async () => {
  const { old, restored } = await broughtBack()
  await eraseAgain(old, inPart(restored))
  expect(await scan(restored)).toEqual([])
})
