import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Cases } from '../app/ports/cases.ts'
import { retention } from '../app/retention.ts'
import { Stale } from '../app/trouble.ts'
import { type Case, caseClocks, urgencies } from '../core/case.ts'
import { needs } from '../core/needs.ts'
import { readMany } from './many.ts'
import { dropPair, dropPairs, keepPair, pairKey, pairsIn, toTwin } from './pairs.ts'
import { SharedSchema } from './shared.ts'
import { ask, chatKey, seconds, type Table } from './table.ts'
import { putVersion } from './versioned.ts'

/** `CHAT#<h>` / `CASE`: with which desk a person talks. One conditional write a change. */
const sk = 'CASE'

const mark = z.literal(true).exactOptional()
const number = z.number().exactOptional()

const fields = {
  id: z.number(),
  desk: z.string(),
  group: z.number(),
  thread: number,
  isAnew: mark,
  card: number,
  name: z.string(),
  language: z.string(),
  isMinor: mark,
  isForeign: mark,
  shared: SharedSchema,
  consent: z.object({ at: z.number(), wording: z.string() }),
  state: z.enum(['waiting', 'taken', 'closed']),
  by: number,
  had: number,
  isOfLead: mark,
  /** A reason of another release is lost alone. */
  urgent: z.enum(urgencies).optional().catch(undefined),
  /** So are needs. */
  needs: z.array(z.enum(needs)).optional().catch(undefined),
  waits: mark,
  waitingSince: number,
  called: number,
  left: z.array(z.string()).exactOptional(),
  isOffered: mark,
  referrals: z
    .array(z.object({ to: z.string(), isAgreed: z.boolean().exactOptional(), at: number }))
    .exactOptional(),
  plan: z.object({ day: z.string(), message: number }).exactOptional(),
  reminder: number,
  review: z.object({ by: z.number(), at: z.number() }).exactOptional(),
  clock: z.partialRecord(z.enum(caseClocks), z.number()).optional().catch(undefined),
  albums: z.array(z.object({ id: z.string(), isInside: mark })).exactOptional(),
  unseen: z.array(z.number()).exactOptional(),
  unseenTo: z.record(z.string(), z.number()).exactOptional(),
  withheld: z.array(z.number()).exactOptional(),
  apart: z.array(z.number()).exactOptional(),
  answeredAt: number,
  touchedAt: number,
  closedAt: number,
  isWithdrawn: mark,
  reopened: number,
  isCounted: mark,
  isRated: mark,
  deed: number,
} satisfies Record<Exclude<keyof Case, 'version'>, z.ZodType>

/** The case is a map of its own, because its `by` is somebody of the desk. */
const Item = z.object({ version: z.number(), expiresAt: z.number(), is: z.object(fields) })

export function createCases(table: Table): Cases {
  return {
    of: async (chat) => toCase(table, await get(table, chat)),
    keep: (chat, one) => keepCase(table, chat, one),
    look: (chat, side, message) => look(table, chat, pairKey(side, message)),
    pair: (chat, of) => keepPair(table, chat, of),
    unpair: (chat, of) => dropPair(table, chat, of),
    pairs: (chat, side) => pairsIn(table, chat, side),
    drop: (chat) => dropCase(table, chat),
  }
}

async function get(table: Table, chat: number): Promise<unknown> {
  const { client, name } = table
  const key = { pk: chatKey(table, chat), sk }
  const request = new GetCommand({ TableName: name, Key: key, ConsistentRead: true })
  return (await ask(client.send(request))).Item
}

/** What cannot be read counts as none. */
function toCase({ now }: Table, found: unknown): Case | undefined {
  const { data } = Item.safeParse(found)
  if (!data || data.expiresAt <= seconds(now().getTime())) return undefined
  const { urgent, needs, clock, ...one } = data.is
  const known = { ...(urgent && { urgent }), ...(needs && { needs }), ...(clock && { clock }) }
  return { ...one, ...known, version: data.version }
}

async function keepCase(table: Table, chat: number, one: Case): Promise<Case> {
  try {
    return await keepOver(table, chat, one)
  } catch (error) {
    const isNew = error instanceof Stale && one.version === 0
    const version = isNew ? unreadable(await get(table, chat)) : undefined
    if (version === undefined) throw error
    return keepOver(table, chat, { ...one, version })
  }
}

async function keepOver(table: Table, chat: number, one: Case): Promise<Case> {
  const { version: before, ...is } = one
  const version = before + 1
  const expiresAt = expiryOf(one, table.now())
  await putVersion(table, { pk: chatKey(table, chat), sk, version, expiresAt, is })
  return { ...one, version }
}

/** Nobody must be locked out by what we once wrote and no longer understand: its version is written over. */
function unreadable(found: unknown): number | undefined {
  if (Item.safeParse(found).success) return undefined
  return z.object({ version: z.number() }).safeParse(found).data?.version
}

/** A closed case ends by the day on which it was closed, whatever is written later. */
export function expiryOf({ state, closedAt }: Case, now: Date): number {
  const at = now.getTime()
  if (state !== 'closed') return seconds(at + retention.caseMs)
  return seconds((closedAt ?? at) + retention.closedCaseMs)
}

async function look(table: Table, chat: number, pair: string) {
  const pk = chatKey(table, chat)
  const keys = [sk, pair].map((sk) => ({ pk, sk }))
  const found = await readMany(table, keys)
  const at = (key: string) => found.find((item) => item.sk === key)
  const [one, twin] = [toCase(table, at(sk)), toTwin(table, at(pair))]
  return { ...(one && { one }), ...(twin && { twin }) }
}

/** The case goes last, so that a crash can be finished. */
async function dropCase(table: Table, chat: number): Promise<void> {
  const pk = chatKey(table, chat)
  await dropPairs(table, pk)
  await ask(table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } })))
}
