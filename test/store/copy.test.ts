import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Copy } from '../../src/app/ports/firms.ts'
import type { Outcome } from '../../src/core/firm/firm.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createStore } from '../../src/store/store.ts'
import { type Engine, newTable } from './engines.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startDatabase()
})
afterAll(() => engine.stop())

const listed: Outcome = { outcome: 'active', firm: { numbers: [{ kind: 'ico', value: '1' }] } }
const numbers = Array.from({ length: 40 }, (_, count) => `ico-${count}`)
const copy: Copy = {
  asOf: '2026-11-21T03:00:00.000Z',
  outcomes: new Map(numbers.map((number) => [number, listed])),
}

test('a renewal that breaks off says of nobody that they are gone', async () => {
  let at = Date.parse('2026-11-22T12:00:00Z')
  const table = await newTable(engine.endpoint, () => new Date(at))
  const store = createStore(table)
  await store.firms.keepCopy('CZ_AGENCIES', copy)
  at += 86_400_000
  const client = Object.create(table.client, {
    // The rows are written; the note that makes them the copy is not.
    send: {
      value: async (command: object) => {
        if (command.constructor.name === 'PutCommand') throw new Error('the process is gone')
        return Reflect.apply(table.client.send, table.client, [command])
      },
    },
  })
  await expect(
    createStore({ ...table, client }).firms.keepCopy('CZ_AGENCIES', copy),
  ).rejects.toThrow()
  const said = await Promise.all(numbers.map((number) => store.firms.copied('CZ_AGENCIES', number)))
  expect(said).toEqual(numbers.map(() => listed))
})
