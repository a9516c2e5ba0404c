import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { CaseTopic } from '../app/ports/desks.ts'
import { queryAll } from './many.ts'
import { ask, type Key, type Table } from './table.ts'

/**
 * `GROUP#<group>` / `THREAD#<topic>`: whose case the topic is, and when it is deleted. The chat's id is plain, because the bot writes
 * there first. Held until the topic is deleted, or nobody would know of it any more.
 */
const prefix = 'THREAD#'

/** Numbers of messages in a supergroup have so many digits at most; in this length they sort by number. */
const digits = 10

const Item = z.object({
  sk: z.string().regex(/^THREAD#\d+$/),
  chat: z.number().exactOptional(),
  until: z.number().exactOptional(),
})

export async function keepTopic(table: Table, group: number, topic: CaseTopic): Promise<void> {
  const { thread, ...item } = topic
  const Item = { ...topicKey(group, thread), ...item }
  await ask(table.client.send(new PutCommand({ TableName: table.name, Item })))
}

export async function dropTopic(table: Table, group: number, thread: number): Promise<void> {
  const request = new DeleteCommand({ TableName: table.name, Key: topicKey(group, thread) })
  await ask(table.client.send(request))
}

/** By their numbers, which Telegram counts up. */
export async function topicsOf(table: Table, group: number): Promise<CaseTopic[]> {
  return (await queryAll(table, groupKey(group), { prefix })).flatMap(toTopic)
}

/** What cannot be read is passed over. */
export function toTopic(found: unknown): CaseTopic[] {
  const read = Item.safeParse(found)
  if (!read.success) return []
  const { sk, ...topic } = read.data
  return [{ thread: Number(sk.slice(prefix.length)), ...topic }]
}

export function topicKey(group: number, thread: number): Key {
  return { pk: groupKey(group), sk: prefix + String(thread).padStart(digits, '0') }
}

export function groupKey(group: number) {
  return `GROUP#${group}`
}
