import { randomBytes } from 'node:crypto'
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { Busy, Stale } from '../app/trouble.ts'
import { ask, type Key, seconds, type Table } from './table.ts'

/** What is written on condition that nobody wrote since it was read. */
export interface Versioned extends Key {
  /** One more than was read; 1: nothing was there. */
  version: number
  expiresAt: number
  [field: string]: unknown
}

/** An item that has expired counts as none, and so does one whose version cannot be read. */
const ifNew =
  'attribute_not_exists(version) OR NOT attribute_type(version, :number) OR expiresAt <= :now'

/** Puts the item, or throws Stale. Its `by` marks whose write it was. */
export async function putVersion(table: Table, item: Versioned): Promise<void> {
  const { client, name, now } = table
  const by = randomBytes(6).toString('base64url')
  const isNew = item.version === 1
  const request = new PutCommand({
    TableName: name,
    Item: { ...item, by },
    ConditionExpression: isNew ? ifNew : 'version = :version',
    ExpressionAttributeValues: isNew
      ? { ':now': seconds(now().getTime()), ':number': 'N' }
      : { ':version': item.version - 1 },
  })
  await ask(client.send(request)).catch((error) => unlessOurs(table, { ...item, by }, error))
}

/** The answer to a write may be lost, and the SDK then fails at its own earlier try: what stands there tells whose it is. */
async function unlessOurs(
  { client, name }: Table,
  { pk, sk, by }: Key & { by: string },
  error: unknown,
) {
  if (!(error instanceof Stale || error instanceof Busy)) throw error
  const request = new GetCommand({ TableName: name, Key: { pk, sk }, ConsistentRead: true })
  const { Item: found } = await ask(client.send(request)).catch(() => ({ Item: undefined }))
  if (found?.by !== by) throw error
}
