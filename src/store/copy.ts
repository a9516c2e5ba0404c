import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Copy, CopyNote } from '../app/ports/firms.ts'
import { retention } from '../app/retention.ts'
import type { Outcome } from '../core/firm/firm.ts'
import { OutcomeSchema } from './finding.ts'
import { writeMany } from './many.ts'
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

/** A busy database is left alone for so many seconds: nobody waits for a copy. */
const againAfter = 30

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
    PutRequest: { Item: { pk, sk: `COPY#${number}`, generation: fetchedAt, outcome, expiresAt } },
  }))
  await writeMany(table, rows, againAfter)
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
