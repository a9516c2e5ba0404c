import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Pending, Talk } from '../app/ports.ts'
import { retention } from '../app/retention.ts'
import type { State, Ticks, Visit, Way } from '../core/turn.ts'
import { EffectSchema, pack, packPlace, unpack, unpackPlace } from './effects.ts'
import { ask, chatKey, seconds, type Table } from './table.ts'

/** `CHAT#<h>` / `TALK`: where a person stands. One read and one conditional write a press. */
const sk = 'TALK'

const StoredWay = z.object({ flow: z.string(), path: z.array(z.string()) })
const StoredPending = z.object({
  update: z.number(),
  at: z.number(),
  message: z.number(),
  sentAt: z.number(),
  effects: z.array(EffectSchema),
})
const Item = z.object({
  version: z.number(),
  expiresAt: z.number(),
  language: z.string().exactOptional(),
  country: z.string().exactOptional(),
  minor: z.boolean().exactOptional(),
  state: StoredWay.extend({
    resume: StoredWay.exactOptional(),
    /** `menu.groups` */
    from: z.string().exactOptional(),
  }).exactOptional(),
  /** `passport,contract` by the list. */
  ticks: z.record(z.string(), z.string()).exactOptional(),
  recent: z.array(z.number()),
  pending: z.partialRecord(z.enum(['message', 'press', 'check', 'due']), StoredPending),
})
type Item = z.infer<typeof Item>

export async function loadTalk(table: Table, chat: number): Promise<Talk | undefined> {
  const { client, name, now } = table
  const key = { pk: chatKey(table, chat), sk }
  const request = new GetCommand({ TableName: name, Key: key, ConsistentRead: true })
  const { Item: found } = await ask(client.send(request))
  if (!found) return undefined
  const item = Item.safeParse(found)
  if (!item.success) return anew(found)
  return item.data.expiresAt > seconds(now().getTime()) ? fromItem(item.data) : undefined
}

/** What we once wrote and no longer understand must not lock a person out: they begin again, over the same item. */
function anew(found: unknown): Talk {
  const read = z.object({ version: z.number() }).safeParse(found)
  return { recent: [], pending: {}, version: read.data?.version ?? 0 }
}

/** An expired talk counts as none, and so does one whose version cannot be read. */
const ifNew =
  'attribute_not_exists(version) OR NOT attribute_type(version, :number) OR expiresAt <= :now'

/** On condition of the version that was read. */
export async function keepTalk(table: Table, chat: number, talk: Talk): Promise<Talk> {
  const { client, name, now } = table
  const kept = { ...talk, version: talk.version + 1 }
  const at = now().getTime()
  const item = toItem(kept, seconds(at + retention.talkMs))
  const isNew = talk.version === 0
  const request = new PutCommand({
    TableName: name,
    Item: { pk: chatKey(table, chat), sk, ...item },
    ConditionExpression: isNew ? ifNew : 'version = :version',
    ExpressionAttributeValues: isNew
      ? { ':now': seconds(at), ':number': 'N' }
      : { ':version': talk.version },
  })
  await ask(client.send(request))
  return kept
}

export async function dropTalk(table: Table, chat: number): Promise<void> {
  const key = { pk: chatKey(table, chat), sk }
  await ask(table.client.send(new DeleteCommand({ TableName: table.name, Key: key })))
}

function toItem({ state, ticks, pending, ...talk }: Talk, expiresAt: number): Item {
  return {
    ...talk,
    expiresAt,
    ...(state && { state: packState(state) }),
    ...(ticks && { ticks: packTicks(ticks) }),
    pending: each(pending, packPending),
  }
}

function fromItem({ state, ticks, pending, expiresAt: _, ...talk }: Item): Talk {
  return {
    ...talk,
    ...(state && { state: unpackState(state) }),
    ...(ticks && { ticks: unpackTicks(ticks) }),
    pending: each(pending, unpackPending),
  }
}

function each<From, To>(entries: Record<string, From>, change: (entry: From) => To) {
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, change(entry)]))
}

/** A list of which nothing is done needs no place. */
function packTicks(ticks: Ticks) {
  const lists = Object.entries(ticks).filter(([, items]) => items.length > 0)
  return Object.fromEntries(lists.map(([list, items]) => [list, items.join(',')]))
}

function unpackTicks(stored: Record<string, string>): Ticks {
  const lists = Object.entries(stored)
  return Object.fromEntries(lists.map(([list, items]) => [list, items.split(',')]))
}

function packPending(entry: Pending) {
  return { ...entry, effects: entry.effects.map(pack) }
}

function unpackPending(entry: z.infer<typeof StoredPending>): Pending {
  return { ...entry, effects: entry.effects.map(unpack) }
}

function packState({ resume, from, ...way }: State) {
  return {
    ...packWay(way),
    ...(resume && { resume: packWay(resume) }),
    ...(from && { from: packPlace(from) }),
  }
}

function unpackState({ resume, from, ...way }: NonNullable<Item['state']>): State {
  return {
    ...unpackWay(way),
    ...(resume && { resume: unpackWay(resume) }),
    ...(from && { from: unpackPlace(from) }),
  }
}

/** `fee=yes` takes a third of the bytes of a map. */
function packWay({ flow, path }: Way) {
  return {
    flow,
    path: path.map(({ step, answer }) => (answer === undefined ? step : `${step}=${answer}`)),
  }
}

function unpackWay({ flow, path }: z.infer<typeof StoredWay>): Way {
  return {
    flow,
    path: path.map((visit): Visit => {
      const [step = '', ...answer] = visit.split('=')
      return answer.length > 0 ? { step, answer: answer.join('=') } : { step }
    }),
  }
}
