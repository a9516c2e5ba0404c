import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Acceptance, Member } from '../app/ports/desks.ts'
import { retention } from '../app/retention.ts'
import { queryAll } from './many.ts'
import { ask, askIf, type Key, seconds, type Table } from './table.ts'

/**
 * `DESK#<id>` / `MEMBER#<user>`: which code of conduct somebody of a desk has accepted, when, and whether they are on call. Held for
 * 400 days.
 */
const Item = z.object({
  sk: z.string(),
  wording: z.string(),
  at: z.number(),
  isOnCall: z.literal(true).exactOptional(),
  expiresAt: z.number(),
})

/** Of which desk somebody is. */
interface Place {
  desk: string
  user: number
}

/** Whoever accepts it anew stays on call. */
export async function accept(table: Table, place: Place, acceptance: Acceptance): Promise<void> {
  const request = new UpdateCommand({
    TableName: table.name,
    Key: keyOf(place),
    UpdateExpression: 'SET wording = :wording, #at = :at, expiresAt = :expiresAt',
    ExpressionAttributeNames: { '#at': 'at' },
    ExpressionAttributeValues: {
      ':wording': acceptance.wording,
      ':at': acceptance.at,
      ':expiresAt': seconds(table.now().getTime() + retention.conductMs),
    },
  })
  await ask(table.client.send(request))
}

export async function setOnCall(table: Table, place: Place, isOnCall: boolean): Promise<void> {
  const request = new UpdateCommand({
    TableName: table.name,
    Key: keyOf(place),
    UpdateExpression: isOnCall ? 'SET isOnCall = :true' : 'REMOVE isOnCall',
    ConditionExpression: 'attribute_exists(pk)',
    ...(isOnCall && { ExpressionAttributeValues: { ':true': true } }),
  })
  await askIf(table.client.send(request))
}

export async function acceptedBy(table: Table, place: Place): Promise<Acceptance | undefined> {
  const { client, name } = table
  const request = new GetCommand({ TableName: name, Key: keyOf(place), ConsistentRead: true })
  const [member] = toMember(table, (await ask(client.send(request))).Item)
  return member && { wording: member.wording, at: member.at }
}

export async function membersOf(table: Table, desk: string): Promise<Member[]> {
  const found = await queryAll(table, pkOf(desk), { prefix: members })
  return found.flatMap((one) => toMember(table, one))
}

export async function dropMember({ client, name }: Table, place: Place): Promise<void> {
  await ask(client.send(new DeleteCommand({ TableName: name, Key: keyOf(place) })))
}

/** DynamoDB deletes what is over within days, so until then it is passed over. */
function toMember({ now }: Table, found: unknown): Member[] {
  const { data } = Item.safeParse(found)
  if (!data || data.expiresAt <= seconds(now().getTime())) return []
  const { expiresAt: _, sk, ...member } = data
  return [{ user: Number(sk.slice(members.length)), ...member }]
}

function keyOf({ desk, user }: Place): Key {
  return { pk: pkOf(desk), sk: `${members}${user}` }
}

function pkOf(desk: string) {
  return `DESK#${desk}`
}

const members = 'MEMBER#'
