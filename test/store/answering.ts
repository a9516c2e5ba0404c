import {
  BatchGetCommand,
  BatchWriteCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb'
import type { Table } from '../../src/store/table.ts'

type Command = Parameters<Table['client']['send']>[0]

/** The same table, whose database answers in its own way. */
function answering(table: Table, send: (command: Command) => Promise<unknown>): Table {
  return { ...table, client: Object.create(table.client, { send: { value: send } }) }
}

/** As a database with much in it answers: page by page. */
export function byPages(table: Table): Table {
  return answering(table, (command) => {
    if (command instanceof ScanCommand || command instanceof QueryCommand) command.input.Limit = 1
    return table.client.send(command)
  })
}

/** As a busy database answers: it does so many of a request, one if nothing else is said. */
export function inPart(table: Table, done = 1): Table {
  const name = table.name
  return answering(table, async (command) => {
    if (command instanceof BatchWriteCommand) {
      const asked = command.input.RequestItems?.[name] ?? []
      const [taken, left] = [asked.slice(0, done), asked.slice(done)]
      if (taken.length > 0)
        await table.client.send(new BatchWriteCommand({ RequestItems: { [name]: taken } }))
      return { UnprocessedItems: left.length > 0 ? { [name]: left } : {} }
    }
    if (command instanceof BatchGetCommand) {
      const { Keys = [], ...how } = command.input.RequestItems?.[name] ?? {}
      const [taken, left] = [Keys.slice(0, done), Keys.slice(done)]
      const RequestItems = { [name]: { ...how, Keys: taken } }
      const found =
        taken.length > 0 ? await table.client.send(new BatchGetCommand({ RequestItems })) : {}
      return { ...found, UnprocessedKeys: left.length > 0 ? { [name]: { Keys: left } } : {} }
    }
    return table.client.send(command)
  })
}
