import { BatchWriteCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { forgottenKey } from './forgotten.ts'
import { ask, chatKey, type Table } from './table.ts'

const Key = z.object({ pk: z.string(), sk: z.string() })
type Key = z.infer<typeof Key>

/** DynamoDB deletes so many items in one request. */
const erasedAtOnce = 25

/** Erases from a restored table whoever was forgotten since it was saved. Returns how many items were theirs. */
export async function eraseAgain(from: Table, restored: Table): Promise<number> {
  const forgotten = await forgottenIn(from)
  const theirs: Key[] = []
  for await (const key of keysOf(restored)) {
    if (forgotten.has(personOf(restored, key) ?? '')) theirs.push(key)
  }
  for (let at = 0; at < theirs.length; at += erasedAtOnce) {
    await erase(restored, theirs.slice(at, at + erasedAtOnce))
  }
  return theirs.length
}

async function forgottenIn({ client, name }: Table): Promise<Set<string>> {
  const found = new Set<string>()
  let start: Record<string, unknown> | undefined
  do {
    const request = new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': forgottenKey },
      ...(start && { ExclusiveStartKey: start }),
    })
    const { Items = [], LastEvaluatedKey } = await ask(client.send(request))
    for (const item of Items) found.add(Key.parse(item).sk)
    start = LastEvaluatedKey
  } while (start)
  return found
}

async function* keysOf({ client, name }: Table): AsyncGenerator<Key> {
  let start: Record<string, unknown> | undefined
  do {
    const request = new ScanCommand({
      TableName: name,
      ProjectionExpression: 'pk, sk',
      ...(start && { ExclusiveStartKey: start }),
    })
    const { Items = [], LastEvaluatedKey } = await ask(client.send(request))
    for (const item of Items) yield Key.parse(item)
    start = LastEvaluatedKey
  } while (start)
}

/** Whose item it is: by its own key, or by the plain id of somebody to whom the bot writes first. */
function personOf(table: Table, { pk, sk }: Key): string | undefined {
  if (pk.startsWith('CHAT#')) return pk
  const chat = /^THEME#/.test(pk) ? sk.slice('CHAT#'.length) : /^(\d+)#/.exec(sk)?.[1]
  const isTheirs = pk.startsWith('THEME#') || pk.startsWith('DUE#')
  return isTheirs && chat ? chatKey(table, Number(chat)) : undefined
}

async function erase({ client, name }: Table, keys: Key[]) {
  let left = keys.map((Key) => ({ DeleteRequest: { Key } }))
  while (left.length > 0) {
    const request = new BatchWriteCommand({ RequestItems: { [name]: left } })
    const { UnprocessedItems = {} } = await ask(client.send(request))
    left = (UnprocessedItems[name] ?? []).flatMap(({ DeleteRequest }) =>
      DeleteRequest?.Key ? [{ DeleteRequest: { Key: Key.parse(DeleteRequest.Key) } }] : [],
    )
  }
}
