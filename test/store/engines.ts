import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { createTable } from '../../src/store/create-table.ts'
import { createClient } from '../../src/store/store.ts'
import type { Table } from '../../src/store/table.ts'

/** Something that speaks DynamoDB on this machine. */
export interface Engine {
  endpoint: string
  stop(): Promise<void>
}

let tables = 0

/** A table of its own, so that no test sees what another one wrote. */
export async function newTable(endpoint: string, now: () => Date): Promise<Table> {
  const client = createClient({ endpoint })
  const name = `table-${process.pid}-${++tables}`
  await createTable(client, name)
  return { client, name, idKey: 'a key for tests only', now }
}

/** Every item as it is stored. */
export async function scan({ client, name }: Table): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name }))
  return Items
}
