import { BatchWriteCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDatabase } from '../../src/entry/embedded.ts'
import { eraseAgain } from '../../src/store/erase-again.ts'
import { createStore } from '../../src/store/store.ts'
import type { Table } from '../../src/store/table.ts'
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

type Command = Parameters<Table['client']['send']>[0]

/** The same table, whose database answers in its own way. */
function answering(table: Table, send: (command: Command) => Promise<unknown>): Table {
  return { ...table, client: Object.create(table.client, { send: { value: send } }) }
}

/** As a database with much in it answers: page by page. */
function byPages(table: Table) {
  return answering(table, (command) => {
    if (command instanceof ScanCommand || command instanceof QueryCommand) command.input.Limit = 1
    return table.client.send(command)
  })
}

/** As a busy database answers: it takes one item of a request. */
function oneByOne(table: Table) {
  return answering(table, async (command) => {
    if (!(command instanceof BatchWriteCommand)) return table.client.send(command)
    const [first, ...others] = command.input.RequestItems?.[table.name] ?? []
    const taken = { RequestItems: { [table.name]: first ? [first] : [] } }
    await table.client.send(new BatchWriteCommand(taken))
    return { UnprocessedItems: others.length > 0 ? { [table.name]: others } : {} }
  })
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
  await eraseAgain(old, oneByOne(restored))
  expect(await scan(restored)).toEqual([])
})
