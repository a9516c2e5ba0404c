import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { retention } from '../app/retention.ts'
import { ask, chatKey, seconds, type Table } from './table.ts'

/**
 * `FORGOTTEN` / `CHAT#<h>`: who asked to be forgotten lately. A backup still holds them until it has run out, so whoever brings
 * one back erases them again (`erase-again.ts`). Held a day longer than a backup.
 */
export const forgottenKey = 'FORGOTTEN'

export async function noteForgotten(table: Table, chat: number): Promise<void> {
  const { client, name: TableName, now } = table
  const expiresAt = seconds(now().getTime() + retention.forgottenMs)
  const Item = { pk: forgottenKey, sk: chatKey(table, chat), expiresAt }
  await ask(client.send(new PutCommand({ TableName, Item })))
}
