import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { ask, chatKey, setLanguage, type Table } from './table.ts'

/**
 * `THEME#<theme>` / `CHAT#<chat>`: who gets tips about it. `CHAT#<h>` / `THEME#<theme>` is the same seen from the person:
 * written before and deleted after, so that nothing can be left that nobody finds. Held until the person ends it.
 */
const prefix = 'THEME#'

const Item = z.object({ sk: z.string().startsWith(prefix) })

export async function subscribe(
  table: Table,
  chat: number,
  { theme, language }: { theme: string; language?: string | undefined },
): Promise<void> {
  const { client, name: TableName } = table
  await ask(client.send(new PutCommand({ TableName, Item: ofPerson(table, chat, theme) })))
  const item = { ...ofTheme(chat, theme), ...(language && { language }) }
  await ask(client.send(new PutCommand({ TableName, Item: item })))
}

export async function unsubscribe(table: Table, chat: number, theme: string): Promise<void> {
  const { client, name: TableName } = table
  await ask(client.send(new DeleteCommand({ TableName, Key: ofTheme(chat, theme) })))
  await ask(client.send(new DeleteCommand({ TableName, Key: ofPerson(table, chat, theme) })))
}

/** Only what is still there: it makes nothing that somebody has ended meanwhile. */
export async function speakThemes(table: Table, chat: number, language: string): Promise<void> {
  for (const theme of await themesOf(table, chat))
    await setLanguage(table, ofTheme(chat, theme), language)
}

/** One person's; they are few, so one page holds them. */
export async function themesOf(table: Table, chat: number): Promise<string[]> {
  const request = new QueryCommand({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': chatKey(table, chat), ':prefix': prefix },
    ConsistentRead: true,
  })
  const { Items = [] } = await ask(table.client.send(request))
  return Items.map((item) => Item.parse(item).sk.slice(prefix.length))
}

function ofTheme(chat: number, theme: string) {
  return { pk: prefix + theme, sk: `CHAT#${chat}` }
}

function ofPerson(table: Table, chat: number, theme: string) {
  return { pk: chatKey(table, chat), sk: prefix + theme }
}
