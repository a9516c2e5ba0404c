import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Subscriber, Tips } from '../app/ports/tips.ts'
import { ask, chatKey, setLanguage, type Table } from './table.ts'

/**
 * `THEME#<theme>` / `CHAT#<chat>`: who gets tips about it. `CHAT#<h>` / `THEME#<theme>` is the same seen from the person:
 * written before and deleted after, so that nothing can be left that nobody finds. Held until the person ends it.
 */
const prefix = 'THEME#'

/** In front of a chat's id. */
const chats = 'CHAT#'

const subscribersAtOnce = 100

const Item = z.object({ sk: z.string().startsWith(prefix) })
const Person = z.object({
  sk: z.string().regex(/^CHAT#-?\d+$/),
  language: z.string().exactOptional(),
})

export function createTips(table: Table): Tips {
  return {
    add: (chat, theme, language) => subscribe(table, chat, { theme, language }),
    remove: (chat, theme) => unsubscribe(table, chat, theme),
    of: (chat) => themesOf(table, chat),
    speak: (chat, language) => speakThemes(table, chat, language),
    subscribers: (theme, after) => subscribersOf(table, theme, after),
  }
}

async function subscribe(
  table: Table,
  chat: number,
  { theme, language }: { theme: string; language?: string | undefined },
): Promise<void> {
  const { client, name: TableName } = table
  await ask(client.send(new PutCommand({ TableName, Item: ofPerson(table, chat, theme) })))
  const item = { ...ofTheme(chat, theme), ...(language && { language }) }
  await ask(client.send(new PutCommand({ TableName, Item: item })))
}

async function unsubscribe(table: Table, chat: number, theme: string): Promise<void> {
  const { client, name: TableName } = table
  await ask(client.send(new DeleteCommand({ TableName, Key: ofTheme(chat, theme) })))
  await ask(client.send(new DeleteCommand({ TableName, Key: ofPerson(table, chat, theme) })))
}

/** Only what is still there: it makes nothing that somebody has ended meanwhile. */
async function speakThemes(table: Table, chat: number, language: string): Promise<void> {
  for (const theme of await themesOf(table, chat))
    await setLanguage(table, ofTheme(chat, theme), language)
}

/** One person's; they are few, so one page holds them. */
async function themesOf(table: Table, chat: number): Promise<string[]> {
  const request = new QueryCommand({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': chatKey(table, chat), ':prefix': prefix },
    ConsistentRead: true,
  })
  const { Items = [] } = await ask(table.client.send(request))
  return Items.map((item) => Item.parse(item).sk.slice(prefix.length))
}

/** By the text of their ids, so somebody who subscribes meanwhile may be missed and nobody comes twice. */
async function subscribersOf(
  { client, name }: Table,
  theme: string,
  after?: number,
): Promise<Subscriber[]> {
  let from = after === undefined ? undefined : ofTheme(after, theme)
  for (;;) {
    const request = new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': prefix + theme },
      Limit: subscribersAtOnce,
      ...(from && { ExclusiveStartKey: from }),
    })
    const { Items = [], LastEvaluatedKey: last } = await ask(client.send(request))
    const page = Items.flatMap(toSubscriber)
    if (page.length > 0 || !last) return page
    from = { pk: last.pk, sk: last.sk }
  }
}

/** What cannot be read is passed over, so that it holds up nobody else. */
function toSubscriber(item: Record<string, unknown>): Subscriber[] {
  const read = Person.safeParse(item)
  if (!read.success) return []
  const { sk, language } = read.data
  return [{ chat: Number(sk.slice(chats.length)), ...(language && { language }) }]
}

function ofTheme(chat: number, theme: string) {
  return { pk: prefix + theme, sk: chats + chat }
}

function ofPerson(table: Table, chat: number, theme: string) {
  return { pk: chatKey(table, chat), sk: prefix + theme }
}
