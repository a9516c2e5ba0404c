import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Counters } from '../app/ports/world.ts'
import { retention } from '../app/retention.ts'
import { ask, seconds, type Table } from './table.ts'

/** `DAY#<date>` / `<counter>`: how often something happened on a day, without the people. */
export function createCounters(table: Table): Counters {
  return { add: (counter) => countOne(table, counter) }
}

async function countOne({ client, name, now }: Table, counter: string): Promise<void> {
  const day = now().toISOString().slice(0, 10)
  const request = new UpdateCommand({
    TableName: name,
    Key: { pk: `DAY#${day}`, sk: counter },
    UpdateExpression: 'ADD #count :one SET expiresAt = :expiresAt',
    ExpressionAttributeNames: { '#count': 'count' },
    ExpressionAttributeValues: {
      ':one': 1,
      ':expiresAt': seconds(now().getTime() + retention.counterMs),
    },
  })
  await ask(client.send(request))
}
