import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Messages, Seen } from '../app/ports/talk.ts'
import { retention } from '../app/retention.ts'
import { Stale } from '../app/trouble.ts'
import { ask, chatKey, seconds, type Table } from './table.ts'

/**
 * `CHAT#<h>` / `SEEN`: ids of messages, so that they can be taken away. The person's are held for 47 hours, while they
 * can be deleted; our own as long as the talk, because they can be blanked at any age.
 */
const sk = 'SEEN'

/** A longer list is cleaned of what has expired; below, an append alone is one small write. */
const cleanedAbove = 60

/** A flood of messages must not fill the item; hiding them all at once would take Telegram minutes anyway. */
const heldAtMost = 300

/** Somebody may append while ids are taken off. */
const tries = 3

const Entry = z.tuple([z.number(), z.number(), z.union([z.literal(0), z.literal(1)]), z.number()])
const Item = z.object({
  list: z.array(z.unknown()),
  expiresAt: z.number(),
  /** How often it was written. */
  writes: z.number().default(0),
})
type Item = z.infer<typeof Item>
type Entry = z.infer<typeof Entry>

export function createMessages(table: Table): Messages {
  return {
    of: (chat) => loadSeen(table, chat),
    note: (chat, seen) => noteSeen(table, chat, seen),
    drop: (chat, messages) => dropSeen(table, chat, messages),
  }
}

async function loadSeen(table: Table, chat: number): Promise<Seen[]> {
  const { list, expiresAt } = await readItem(table, chat)
  const isHeld = expiresAt > seconds(table.now().getTime())
  return isHeld ? current(list.flatMap(fromEntry), table.now()) : []
}

async function readItem(table: Table, chat: number): Promise<Item> {
  const { client, name } = table
  const key = { pk: chatKey(table, chat), sk }
  const request = new GetCommand({ TableName: name, Key: key, ConsistentRead: true })
  const { Item: found } = await ask(client.send(request))
  return found ? Item.parse(found) : { list: [], expiresAt: 0, writes: 0 }
}

async function noteSeen(table: Table, chat: number, seen: Seen[]): Promise<void> {
  const item = await append(table, chat, seen).catch(async (error) => {
    if (!(error instanceof Stale)) throw error
    await dropExpired(table, chat)
    return append(table, chat, seen)
  })
  if (item.list.length > cleanedAbove) await clean(table, chat, item)
}

/** Throws Stale where the list has expired and was not deleted yet: no id in it may come to life again. */
async function append(table: Table, chat: number, seen: Seen[]): Promise<Item> {
  const { client, name, now } = table
  const request = new UpdateCommand({
    TableName: name,
    Key: { pk: chatKey(table, chat), sk },
    ConditionExpression: 'attribute_not_exists(expiresAt) OR expiresAt > :at',
    UpdateExpression:
      'SET #list = list_append(if_not_exists(#list, :none), :new), expiresAt = :expiresAt ADD writes :one',
    ExpressionAttributeNames: { '#list': 'list' },
    ExpressionAttributeValues: {
      ':none': [],
      ':one': 1,
      ':new': seen.map(toEntry),
      ':at': seconds(now().getTime()),
      ':expiresAt': seconds(now().getTime() + retention.talkMs),
    },
    ReturnValues: 'ALL_NEW',
  })
  const { Attributes } = await ask(client.send(request))
  return Item.parse(Attributes)
}

async function dropExpired(table: Table, chat: number) {
  const request = new DeleteCommand({
    TableName: table.name,
    Key: { pk: chatKey(table, chat), sk },
    ConditionExpression: 'expiresAt <= :at',
    ExpressionAttributeValues: { ':at': seconds(table.now().getTime()) },
  })
  await ask(table.client.send(request)).catch((error) => {
    if (!(error instanceof Stale)) throw error
  })
}

/** All of them, or those that are gone from the phone. */
async function dropSeen(table: Table, chat: number, messages?: number[]): Promise<void> {
  const key = { pk: chatKey(table, chat), sk }
  if (!messages) {
    await ask(table.client.send(new DeleteCommand({ TableName: table.name, Key: key })))
    return
  }
  for (let attempt = 1; attempt <= tries; attempt++) {
    const item = await readItem(table, chat)
    const left = item.list.filter((stored) => !fromEntry(stored).some(isOneOf(messages)))
    if (left.length === item.list.length || (await putList(table, chat, item, left))) return
  }
  // Somebody appends all the time. An id too many does no harm: what it names is gone.
}

function isOneOf(messages: number[]) {
  return ({ message }: Seen) => messages.includes(message)
}

/** Drops what has expired; whoever appended meanwhile wins, and the next append tries again. */
async function clean(table: Table, chat: number, item: Item) {
  const list = current(item.list.flatMap(fromEntry), table.now()).slice(-heldAtMost).map(toEntry)
  if (list.length !== item.list.length) await putList(table, chat, item, list)
}

/** Puts a shorter list in the place of one that was read; false: somebody has written since. */
async function putList(
  table: Table,
  chat: number,
  { list: read, expiresAt, writes }: Item,
  list: unknown[],
) {
  const request = new PutCommand({
    TableName: table.name,
    Item: { pk: chatKey(table, chat), sk, list, expiresAt, writes: writes + 1 },
    ConditionExpression:
      'size(#list) = :size AND (attribute_not_exists(writes) OR writes = :writes)',
    ExpressionAttributeNames: { '#list': 'list' },
    ExpressionAttributeValues: { ':size': read.length, ':writes': writes },
  })
  return ask(table.client.send(request)).then(
    () => true,
    (error) => {
      if (!(error instanceof Stale)) throw error
      return false
    },
  )
}

/** What is still held at this time, each message once: a note is written again when its answer was lost. */
export function current(seen: Seen[], now: Date): Seen[] {
  const held = seen.filter(({ at, own }) => {
    return own || now.getTime() - at * 1000 < retention.erasableMs
  })
  return [...new Map(held.map((one) => [one.message, one])).values()]
}

function toEntry({ message, at, own, update }: Seen): Entry {
  return [message, at, own ? 1 : 0, update]
}

/** An entry that we no longer understand is passed over. */
function fromEntry(stored: unknown): Seen[] {
  const entry = Entry.safeParse(stored)
  if (!entry.success) return []
  const [message, at, own, update] = entry.data
  return [{ message, at, own: own === 1, update }]
}
