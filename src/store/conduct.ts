import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Acceptance } from '../app/ports/desks.ts'
import { retention } from '../app/retention.ts'
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
  const { client, name, now } = table
  const request = new GetCommand({ TableName: name, Key: keyOf(member), ConsistentRead: true })
  const { data } = Item.safeParse((await ask(client.send(request))).Item)
  if (!data || data.expiresAt <= seconds(now().getTime())) return undefined
  const { expiresAt: _, ...acceptance } = data
  return acceptance
}

function keyOf({ desk, user }: Member): Key {
  return { pk: `DESK#${desk}`, sk: `MEMBER#${user}` }
}
