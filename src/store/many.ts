import {
  BatchGetCommand,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb'
import { Busy } from '../app/trouble.ts'
import { ask, type Key, type Table } from './table.ts'

export type Found = Record<string, unknown>

export type Write = { PutRequest: { Item: Key & Found } } | { DeleteRequest: { Key: Key } }

/** DynamoDB writes so many items in one request. */
const writtenAtOnce = 25

/** A busy database may take none of a request; so often in a row. */
const tries = 8

/** What of these items is there, in no order, as it was last written. At most a hundred, which is one request. */
export async function readMany({ client, name }: Table, keys: Key[]): Promise<Found[]> {
  const found: Found[] = []
  let left: Found[] = keys.map(({ pk, sk }) => ({ pk, sk }))
  for (let attempt = 1; left.length > 0; attempt++) {
    if (attempt > tries) throw new Busy(2, 'the database answers in part')
    const request = new BatchGetCommand({
      RequestItems: { [name]: { Keys: left, ConsistentRead: true } },
    })
    const { Responses = {}, UnprocessedKeys = {} } = await ask(client.send(request))
    found.push(...(Responses[name] ?? []))
    left = UnprocessedKeys[name]?.Keys ?? []
  }
  return found
}

/** Not as a whole: after a crash a part of it may be written. Busy after so many seconds makes sense again. */
export async function writeMany(table: Table, writes: Write[], againAfter = 2): Promise<void> {
  for (let from = 0; from < writes.length; from += writtenAtOnce)
    await writeBatch(table, writes.slice(from, from + writtenAtOnce), againAfter)
}

/** A batch may be taken in part; what is left is written again. */
async function writeBatch({ client, name }: Table, writes: Write[], againAfter: number) {
  let left: NonNullable<BatchWriteCommandInput['RequestItems']>[string] = writes
  for (let refused = 0; left.length > 0; ) {
    const request = new BatchWriteCommand({ RequestItems: { [name]: left } })
    const { UnprocessedItems = {} } = await ask(client.send(request))
    const rest = UnprocessedItems[name] ?? []
    refused = rest.length < left.length ? 0 : refused + 1
    if (refused >= tries) throw new Busy(againAfter, 'the database takes no more')
    left = rest
  }
}

/** What of a key is asked for: what begins so, or what lies from one to another, both with them. */
type Part = { prefix: string } | { first: string; last: string }

/** Everything under a key, or a part of it, in its order. As it was last written, over all pages: one holds a megabyte. */
export async function queryAll({ client, name }: Table, pk: string, part?: Part): Promise<Found[]> {
  const found: Found[] = []
  let from: Found | undefined
  do {
    const request = new QueryCommand({
      TableName: name,
      ...conditionOf(pk, part),
      ConsistentRead: true,
      ...(from && { ExclusiveStartKey: from }),
    })
    const { Items = [], LastEvaluatedKey } = await ask(client.send(request))
    found.push(...Items)
    from = LastEvaluatedKey
  } while (from)
  return found
}

function conditionOf(pk: string, part: Part | undefined) {
  const under = { ':pk': pk }
  if (!part) return { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: under }
  if ('prefix' in part)
    return {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ...under, ':prefix': part.prefix },
    }
  return {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: { ...under, ':first': part.first, ':last': part.last },
  }
}
