import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Desk, GroupPlace } from '../app/ports/desks.ts'
import { retention } from '../app/retention.ts'
import { type Found, readMany } from './many.ts'
import { ask, askIf, type Key, seconds, type Table } from './table.ts'
import { groupKey, topicKey, toTopic } from './topics.ts'

/**
 * `GROUP#<group>` / `GROUP`: which desk works there, or when the bot was put into a group that is no desk yet; that expires. A desk
 * that was closed has no group any more.
 */
const sk = 'GROUP'

const Item = z.object({
  desk: z.string().exactOptional(),
  invitedAt: z.number().exactOptional(),
  expiresAt: z.number().exactOptional(),
})

/** One request, also with a topic. */
export async function placeAt(table: Table, group: number, thread?: number): Promise<GroupPlace> {
  const topics = thread === undefined ? [] : [topicKey(group, thread)]
  const found = await readMany(table, [keyOf(group), ...topics])
  const place = found.find((item) => item.sk === sk)
  const [topic] = found.filter((item) => item !== place).flatMap(toTopic)
  return { ...toPlace(table, place), ...(topic?.chat !== undefined && { chat: topic.chat }) }
}

/** What cannot be read is no place of ours. */
function toPlace({ now }: Table, found: Found | undefined): GroupPlace {
  const { desk, invitedAt, expiresAt = 0 } = Item.safeParse(found).data ?? {}
  if (desk !== undefined) return { desk }
  const isHeld = invitedAt !== undefined && expiresAt > seconds(now().getTime())
  return isHeld ? { invitedAt } : {}
}

export async function noteInvited(table: Table, group: number): Promise<void> {
  const invitedAt = table.now().getTime()
  const expiresAt = seconds(invitedAt + retention.invitedMs)
  const request = new PutCommand({
    TableName: table.name,
    Item: { ...keyOf(group), invitedAt, expiresAt },
    ConditionExpression: 'attribute_not_exists(desk)',
  })
  await askIf(table.client.send(request))
}

/** Which desk the group was given to; a crash may have left it there when the desk was closed. */
export async function holderOf(table: Table, group: number): Promise<string | undefined> {
  const { client, name } = table
  const request = new GetCommand({ TableName: name, Key: keyOf(group), ConsistentRead: true })
  return toPlace(table, (await ask(client.send(request))).Item).desk
}

/** From the one who held it before, if that is still so. Whether it was. */
export async function takeGroup(
  { client, name }: Table,
  { id, group }: Desk,
  before = id,
): Promise<boolean> {
  const request = new PutCommand({
    TableName: name,
    Item: { ...keyOf(group), desk: id },
    ConditionExpression: 'attribute_not_exists(desk) OR desk = :id OR desk = :before',
    ExpressionAttributeValues: { ':id': id, ':before': before },
  })
  return (await askIf(client.send(request))) !== undefined
}

/** Of that desk alone. */
export async function freeGroup({ client, name }: Table, group: number, desk: string) {
  const request = new DeleteCommand({
    TableName: name,
    Key: keyOf(group),
    ConditionExpression: 'desk = :desk',
    ExpressionAttributeValues: { ':desk': desk },
  })
  await askIf(client.send(request))
}

function keyOf(group: number): Key {
  return { pk: groupKey(group), sk }
}
