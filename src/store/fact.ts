import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Known } from '../app/ports/firms.ts'
import { retention } from '../app/retention.ts'
import type { Finding } from '../core/firm/firm.ts'
import { FindingSchema, reasons } from './finding.ts'
import { ask, seconds, type Table } from './table.ts'

/** `REGISTER#<id>` / `<number>`: what a register last said about a firm, and when it last could not say anything. */
const Item = z.object({
  finding: FindingSchema.exactOptional(),
  trouble: z.object({ reason: z.enum(reasons), at: z.string() }).exactOptional(),
  expiresAt: z.number(),
})

export async function loadKnown(
  { client, name, now }: Table,
  register: string,
  number: string,
): Promise<Known | undefined> {
  const key = { pk: `REGISTER#${register}`, sk: number }
  const { Item: found } = await ask(client.send(new GetCommand({ TableName: name, Key: key })))
  // A fact in an older shape is asked for anew.
  const item = Item.safeParse(found)
  if (!item.success || item.data.expiresAt <= seconds(now().getTime())) return undefined
  const { expiresAt: _, ...known } = item.data
  return known
}

export async function keepKnown({ client, name, now }: Table, finding: Finding): Promise<void> {
  const { register, number, asOf } = finding
  const isTrouble = finding.outcome === 'unavailable'
  const request = new UpdateCommand({
    TableName: name,
    Key: { pk: `REGISTER#${register}`, sk: number },
    UpdateExpression: isTrouble
      ? 'SET trouble = :new, expiresAt = :expiresAt'
      : 'SET finding = :new, expiresAt = :expiresAt REMOVE trouble',
    ExpressionAttributeValues: {
      ':new': isTrouble ? { reason: finding.reason, at: asOf } : finding,
      ':expiresAt': seconds(now().getTime() + retention.factMs),
    },
  })
  await ask(client.send(request))
}
