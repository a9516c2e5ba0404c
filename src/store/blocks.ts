import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Blocks } from '../app/ports/blocks.ts'
import { retention } from '../app/retention.ts'
import { queryAll, writeMany } from './many.ts'
import { ask, chatKey, type Key, seconds, type Table } from './table.ts'

/** `CHAT#<h>` / `BLOCK#<desk>`: a desk that does not talk with somebody. Held for 90 days. */
const prefix = 'BLOCK#'

const Item = z.object({ sk: z.string().startsWith(prefix), expiresAt: z.number() })

export function createBlocks(table: Table): Blocks {
  return {
    of: (chat) => blocksOf(table, chat),
    add: (chat, desk) => block(table, chat, desk),
    remove: (chat, desk) => unblock(table, chat, desk),
    drop: (chat) => dropBlocks(table, chat),
  }
}

/** What is over, or cannot be read, counts as none. */
async function blocksOf(table: Table, chat: number): Promise<string[]> {
  const now = seconds(table.now().getTime())
  const found = await queryAll(table, chatKey(table, chat), { prefix })
  return found.flatMap((one) => {
    const { data } = Item.safeParse(one)
    return data && data.expiresAt > now ? [data.sk.slice(prefix.length)] : []
  })
}

async function block(table: Table, chat: number, desk: string): Promise<void> {
  const { client, name: TableName, now } = table
  const expiresAt = seconds(now().getTime() + retention.blockMs)
  const Item = { ...keyOf(table, chat, desk), expiresAt }
  await ask(client.send(new PutCommand({ TableName, Item })))
}

async function unblock(table: Table, chat: number, desk: string): Promise<void> {
  const { client, name: TableName } = table
  await ask(client.send(new DeleteCommand({ TableName, Key: keyOf(table, chat, desk) })))
}

async function dropBlocks(table: Table, chat: number): Promise<void> {
  const pk = chatKey(table, chat)
  const found = await queryAll(table, pk, { prefix })
  const keys = found.map(({ sk }) => ({ pk, sk: String(sk) }))
  await writeMany(
    table,
    keys.map((Key) => ({ DeleteRequest: { Key } })),
  )
}

function keyOf(table: Table, chat: number, desk: string): Key {
  return { pk: chatKey(table, chat), sk: prefix + desk }
}
