import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Seen } from '../../src/app/ports/talk.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createMessages } from '../../src/store/seen.ts'
import { type Engine, newTable } from './engines.ts'

const now = () => new Date('2026-11-22T12:00:00Z')

let engine: Engine
beforeAll(async () => {
  engine = await startDatabase()
})
afterAll(() => engine.stop())

test('of a flood of messages the newest three hundred are held', async () => {
  const messages = createMessages(await newTable(engine.endpoint, now))
  const flood = Array.from({ length: 350 }, (_, index): Seen => {
    return { message: index + 1, at: now().getTime() / 1000, own: true, update: 1 }
  })
  await messages.note(7, flood)
  expect(await messages.of(7)).toEqual(flood.slice(-300))
})
