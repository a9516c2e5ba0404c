import { BatchWriteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Copy, CopyNote } from '../app/ports/firms.ts'
import { retention } from '../app/retention.ts'
import { Busy } from '../app/trouble.ts'
import type { Outcome } from '../core/firm/firm.ts'
import { OutcomeSchema } from './finding.ts'
import { ask, seconds, type Table } from './table.ts'

/**
 * `REGISTER#<id>` / `COPY` says which generation of a register's file is whole; `REGISTER#<id>` / `COPY#<number>` is what it
 * says of one number. Numbers of an older generation are not there any more, and expire by themselves.
 */
const Note = z.object({
  expiresAt: z.number(),
  generation: z.string(),
  asOf: z.string(),
  fetchedAt: z.string(),
  count: z.number(),
})
const Row = z.object({ generation: z.string(), outcome: OutcomeSchema })

/** DynamoDB writes so many items in one request. */
const writtenAtOnce = 25

const tries = 8

export async function loadCopyNote(table: Table, register: string): Promise<CopyNote | undefined> {
  const note = await loadNote(table, register)
  if (!note) return undefined
  const { generation: _, expiresAt: __, ...known } = note
  return known
}

export async function loadCopied(
  table: Table,
  register: string,
  number: string,
): Promise<Outcome | undefined> {
  const [note, found] = await Promise.all([
    loadNote(table, register),
    get(table, register, `COPY#${number}`),
  ])
  const row = Row.safeParse(found)
  // A row of the copy that is just being written counts already: it is newer, not gone.
  const isThere = row.success && note && row.data.generation >= note.generation
  return isThere ? row.data.outcome : undefined
}

export async function keepCopy(
  table: Table,
  register: string,
  { asOf, outcomes }: Copy,
): Promise<void> {
  const fetchedAt = table.now().toISOString()
  const pk = `REGISTER#${register}`
  const expiresAt = seconds(table.now().getTime() + retention.factMs)
  const rows = [...outcomes].map(([number, outcome]) => ({
    pk,
    sk: `COPY#${number}`,
    generation: fetchedAt,
    outcome,
    expiresAt,
  }))
  for (let from = 0; from < rows.length; from += writtenAtOnce) {
    await writeAll(table, rows.slice(from, from + writtenAtOnce))
  }
  const note = { generation: fetchedAt, asOf, fetchedAt, count: rows.length, expiresAt }
  const request = new PutCommand({ TableName: table.name, Item: { pk, sk: 'COPY', ...note } })
  await ask(table.client.send(request))
}

async function loadNote(table: Table, register: string) {
  const note = Note.safeParse(await get(table, register, 'COPY')).data
  return note && note.expiresAt > seconds(table.now().getTime()) ? note : undefined
}

async function get({ client, name }: Table, register: string, sk: string) {
  const key = { pk: `REGISTER#${register}`, sk }
  const { Item } = await ask(client.send(new GetCommand({ TableName: name, Key: key })))
  return Item
}

/** A batch may be taken in part; what is left is written again. */
async function writeAll({ client, name }: Table, rows: Record<string, unknown>[]) {
  let left = rows.map((Item) => ({ PutRequest: { Item } }))
  for (let attempt = 1; left.length > 0; attempt++) {
    if (attempt > tries) throw new Busy(30, 'the database takes no more of the copy')
    const request = new BatchWriteCommand({ RequestItems: { [name]: left } })
    const { UnprocessedItems = {} } = await ask(client.send(request))
    left = (UnprocessedItems[name] ?? []).flatMap(({ PutRequest }) =>
      PutRequest?.Item ? [{ PutRequest: { Item: PutRequest.Item } }] : [],
    )
  }
}
