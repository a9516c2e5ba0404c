import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Acceptance } from '../app/ports/desks.ts'
import { retention } from '../app/retention.ts'
import { queryAll } from './many.ts'
import { ask, type Key, seconds, type Table } from './table.ts'

/** `DESK#<id>` / `MEMBER#<user>`: which code of conduct somebody of a desk has accepted, and when. Held for 400 days. */
const Item = z.object({ wording: z.string(), at: z.number(), expiresAt: z.number() })

interface Member {
  desk: string
  user: number
}

export async function accept(table: Table, member: Member, acceptance: Acceptance): Promise<void> {
  const expiresAt = seconds(table.now().getTime() + retention.conductMs)
  const Item = { ...keyOf(member), ...acceptance, expiresAt }
  await ask(table.client.send(new PutCommand({ TableName: table.name, Item })))
}

export async function acceptedBy(table: Table, member: Member): Promise<Acceptance | undefined> {
  const { client, name } = table
  const request = new GetCommand({ TableName: name, Key: keyOf(member), ConsistentRead: true })
  return toAcceptance(table, (await ask(client.send(request))).Item)[0]
}

export async function acceptancesAt(table: Table, desk: string): Promise<Acceptance[]> {
  const found = await queryAll(table, pkOf(desk), { prefix: members })
  return found.flatMap((one) => toAcceptance(table, one))
}

export async function dropMember({ client, name }: Table, member: Member): Promise<void> {
  await ask(client.send(new DeleteCommand({ TableName: name, Key: keyOf(member) })))
}

/** DynamoDB deletes what is over within days, so until then it is passed over. */
function toAcceptance({ now }: Table, found: unknown): Acceptance[] {
  const { data } = Item.safeParse(found)
  if (!data || data.expiresAt <= seconds(now().getTime())) return []
  const { expiresAt: _, ...acceptance } = data
  return [acceptance]
}

function keyOf({ desk, user }: Member): Key {
  return { pk: pkOf(desk), sk: `${members}${user}` }
}

function pkOf(desk: string) {
  return `DESK#${desk}`
}

const members = 'MEMBER#'
