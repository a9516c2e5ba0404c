import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { retention } from '../app/retention.ts'
import { ask, chatKey, seconds, type Table } from './table.ts'

/**
 * `FORGOTTEN` / `CHAT#<h>`: who asked to be forgotten lately. A backup still holds them until it has run out, so whoever brings
 * one back erases them again (`erase-again.ts`). Held a day longer than a backup. `before` are their last updates, so that one that
 * Telegram brings again begins nothing.
 */
export const forgottenKey = 'FORGOTTEN'

const Item = z.object({ before: z.array(z.number()).default([]), expiresAt: z.number() })

export async function noteForgotten(table: Table, chat: number, before: number[]): Promise<void> {
  const { client, name: TableName, now } = table
  const expiresAt = seconds(now().getTime() + retention.forgottenMs)
  const Item = { pk: forgottenKey, sk: chatKey(table, chat), before, expiresAt }
  await ask(client.send(new PutCommand({ TableName, Item })))
}

export async function forgottenUpdates(table: Table, chat: number): Promise<number[]> {
  const Key = { pk: forgottenKey, sk: chatKey(table, chat) }
  const request = new GetCommand({ TableName: table.name, Key, ConsistentRead: true })
  const { Item: found } = await ask(table.client.send(request))
  const item = Item.safeParse(found)
  const isHeld = item.success && item.data.expiresAt > seconds(table.now().getTime())
  return isHeld ? item.data.before : []
}
