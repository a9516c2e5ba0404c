import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Seen } from '../../src/app/ports/talk.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createMessages } from '../../src/store/seen.ts'
import type { Table } from '../../src/store/table.ts'
import { type Engine, newTable } from './engines.ts'

const now = () => new Date('2026-11-22T12:00:00Z')

let engine: Engine
beforeAll(async () => {
  engine = await startDatabase()
})
afterAll(() => engine.stop())

function seen(message: number): Seen {
  return { message, at: now().getTime() / 1000, own: true, update: 1 }
}

test('of a flood of messages the newest three hundred are held', async () => {
  const messages = createMessages(await newTable(engine.endpoint, now))
  const flood = Array.from({ length: 350 }, (_, index) => seen(index + 1))
  await messages.note(7, flood)
  expect(await messages.of(7)).toEqual(flood.slice(-300))
})

test('an id that is noted while others are taken off stays, though the list is as long as before', async () => {
  const table = await newTable(engine.endpoint, now)
  const messages = createMessages(table)
  await messages.note(7, [seen(1), seen(2)])
  const meanwhile = async () => {
    await messages.drop(7, [2])
    await messages.note(7, [seen(3)])
  }
  await createMessages({ ...table, client: beforePut(table.client, meanwhile) }).drop(7, [1])
  expect((await messages.of(7)).map(({ message }) => message)).toEqual([3])
})

/** The same client; once, before something is put, something else happens. */
function beforePut(client: Table['client'], meanwhile: () => Promise<void>): Table['client'] {
  let hasHappened = false
  const send = async (command: Parameters<Table['client']['send']>[0]) => {
    if (command instanceof PutCommand && !hasHappened) {
      hasHappened = true
      await meanwhile()
    }
    return client.send(command)
  }
  return Object.create(client, { send: { value: send } })
}
