import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Table } from '../../src/store/table.ts'

type Item = Record<string, unknown>

/** The table over a client that once breaks off before it writes such an item. */
export function failsOnce(table: Table, isIt: (item: Item) => boolean): Table {
  let isLeft = true
  const send = async (command: Parameters<Table['client']['send']>[0]) => {
    if (isLeft && command instanceof PutCommand && isIt(command.input.Item ?? {})) {
      isLeft = false
      throw new Error('broken off')
    }
    return table.client.send(command)
  }
  return { ...table, client: Object.create(table.client, { send: { value: send } }) }
}
