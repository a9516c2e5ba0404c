import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Talk, Talks } from '../app/ports/talk.ts'
import { retention } from '../app/retention.ts'
import {
  type Facts,
  leds,
  type Noted,
  type Reading,
  type State,
  type Ticks,
  type Visit,
  type Waiting,
  type Way,
} from '../core/turn.ts'
import { forgottenUpdates, noteForgotten } from './forgotten.ts'
import { type Packed, packPending, unpackPacked, unpackPending } from './pending.ts'
import { ask, chatKey, seconds, type Table } from './table.ts'
import { putVersion } from './versioned.ts'

/** `CHAT#<h>` / `TALK`: where a person stands. One read and one conditional write a press. */
const sk = 'TALK'

const StoredWay = z.object({ flow: z.string(), path: z.array(z.string()) })
const StoredWaiting = StoredWay.extend({ resume: StoredWay.exactOptional() })
const StoredState = StoredWay.extend({
  resume: StoredWaiting.exactOptional(),
  /** `menu.groups`, or `country.what=NL` with what was answered there */
  from: z.string().exactOptional(),
})

const facts = {
  language: z.string().exactOptional(),
  country: z.string().exactOptional(),
  minor: z.boolean().exactOptional(),
  /** The id of a desk. */
  case: z.string().exactOptional(),
  /** `passport,contract` by the list. */
  ticks: z.record(z.string(), z.string()).optional().catch(undefined),
  /** `29912340`, or `29912340/13579/held/poor/nip-7740001454`: the album, what came of its other parts, numbers below it. */
  reading: z
    .string()
    .regex(/^\d+(\/[\w.-]*){0,4}$/)
    .optional()
    .catch(undefined),
  /** `NL/kraz-8448.nip-7740001454` */
  noted: z
    .string()
    .regex(/^([A-Z]{2})?\/[A-Za-z0-9.-]*$/)
    .optional()
    .catch(undefined),
} satisfies Record<keyof Facts, z.ZodType>

/** A way or a list of another release is lost alone; language, age and country stay. */
const Item = z.object({
  version: z.number(),
  expiresAt: z.number(),
  ...facts,
  state: StoredState.optional().catch(undefined),
  recent: z.array(z.number()),
  pace: z.tuple([z.number(), z.number()]).optional().catch(undefined),
  cut: z.number().exactOptional(),
  /** By source; where that is much, it lies in `packed`. */
  pending: z.record(z.string(), z.unknown()).default({}),
  packed: z.instanceof(Uint8Array).exactOptional(),
})
type Item = z.infer<typeof Item>
type Written = Omit<Item, 'pending' | 'packed'> & Packed

/** What is remembered of who was forgotten lies apart, in `forgotten.ts`. */
export function createTalks(table: Table): Talks {
  return {
    load: (chat) => loadTalk(table, chat),
    keep: (chat, talk) => keepTalk(table, chat, talk),
    drop: (chat, version) => dropTalk(table, chat, version),
    noteForgotten: (chat, updates) => noteForgotten(table, chat, updates),
    forgotten: (chat) => forgottenUpdates(table, chat),
  }
}

async function loadTalk(table: Table, chat: number): Promise<Talk | undefined> {
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

/** On condition of the version that was read. */
async function keepTalk(table: Table, chat: number, talk: Talk): Promise<Talk> {
  const kept = { ...talk, version: talk.version + 1 }
  const lasts = talk.case ? retention.caseMs : retention.talkMs
  const item = toItem(kept, seconds(table.now().getTime() + lasts))
  await putVersion(table, { pk: chatKey(table, chat), sk, ...item })
  return kept
}

/** With a version: on condition that it is still that. */
async function dropTalk(table: Table, chat: number, version?: number): Promise<void> {
  const key = { TableName: table.name, Key: { pk: chatKey(table, chat), sk } }
  const condition = version !== undefined && {
    ConditionExpression: 'version = :version',
    ExpressionAttributeValues: { ':version': version },
  }
  await ask(table.client.send(new DeleteCommand({ ...key, ...condition })))
}

function toItem(
  { state, ticks, noted, reading, pending, pace, case: desk, ...talk }: Talk,
  expiresAt: number,
): Written {
  return {
    ...talk,
    expiresAt,
    ...(desk && { case: desk }),
    ...(state && { state: packState(state) }),
    ...(ticks && { ticks: packTicks(ticks) }),
    ...(noted && { noted: packNoted(noted) }),
    ...(reading && { reading: packReading(reading) }),
    ...(pace && { pace: [pace.minute, pace.count] }),
    ...packPending(pending),
  }
}

function fromItem({
  state,
  ticks,
  noted,
  reading,
  pace,
  pending,
  packed,
  expiresAt: _,
  ...talk
}: Item): Talk {
  return {
    ...talk,
    ...(state && { state: unpackState(state) }),
    ...(ticks && { ticks: unpackTicks(ticks) }),
    ...(noted && { noted: unpackNoted(noted) }),
    ...(reading && { reading: unpackReading(reading) }),
    ...(pace && { pace: { minute: pace[0], count: pace[1] } }),
    pending: packed ? unpackPacked(packed) : unpackPending(pending),
  }
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

function packNoted({ numbers, country = '' }: Noted) {
  return `${country}/${numbers.join('.')}`
}

function unpackNoted(stored: string): Noted {
  const [country, numbers = ''] = stored.split('/')
  return { numbers: numbers.split('.').filter(Boolean), ...(country && { country }) }
}

function packReading({ last, album = '', led, isPoor, numbers = [] }: Reading) {
  const parts = [last, album, led ?? '', isPoor ? 'poor' : '', numbers.join('.')]
  return parts.join('/').replace(/\/+$/, '')
}

function unpackReading(stored: string): Reading {
  const [last, album, ledTo, poor, numbers = ''] = stored.split('/')
  const led = leds.find((one) => one === ledTo)
  return {
    last: Number(last),
    ...(album && { album }),
    ...(led && { led }),
    ...(poor && { isPoor: true }),
    ...(numbers && { numbers: numbers.split('.') }),
  }
}

function packState({ resume, from, ...way }: State) {
  return {
    ...packWay(way),
    ...(resume && { resume: packWaiting(resume) }),
    ...(from && { from: `${from.flow}.${packVisit(from)}` }),
  }
}

function unpackState({ resume, from, ...way }: z.infer<typeof StoredState>): State {
  return {
    ...unpackWay(way),
    ...(resume && { resume: unpackWaiting(resume) }),
    ...(from && { from: unpackRoom(from) }),
  }
}

function unpackRoom(stored: string): NonNullable<State['from']> {
  const [flow = ''] = stored.split('.')
  return { flow, ...unpackVisit(stored.slice(flow.length + 1)) }
}

function packWaiting({ resume, ...way }: Waiting) {
  return { ...packWay(way), ...(resume && { resume: packWay(resume) }) }
}

function unpackWaiting({ resume, ...way }: z.infer<typeof StoredWaiting>): Waiting {
  return { ...unpackWay(way), ...(resume && { resume: unpackWay(resume) }) }
}

function packWay({ flow, path }: Way) {
  return { flow, path: path.map(packVisit) }
}

function unpackWay({ flow, path }: z.infer<typeof StoredWay>): Way {
  return { flow, path: path.map(unpackVisit) }
}

/** `fee=yes` takes a third of the bytes of a map. */
function packVisit({ step, answer }: Visit) {
  return answer === undefined ? step : `${step}=${answer}`
}

function unpackVisit(stored: string): Visit {
  const [step = '', ...answer] = stored.split('=')
  return answer.length > 0 ? { step, answer: answer.join('=') } : { step }
}
