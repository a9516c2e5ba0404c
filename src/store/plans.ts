import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { CaseDue, DueFor, Plans } from '../app/ports/plan.ts'
import { retention } from '../app/retention.ts'
import { Stale } from '../app/trouble.ts'
import { caseClocks } from '../core/case.ts'
import type { Due } from '../core/turn.ts'
import { packDue, StoredDue, unpackDue } from './effects.ts'
import { queryAll } from './many.ts'
import { ask, chatKey, seconds, setLanguage, type Table } from './table.ts'

/**
 * `DUE#<minute>` / `<chat>#<what>`: what the clock brings to whom. `CHAT#<h>` / `DUES` names all of one person's, is
 * written before them and deleted after them, so that nothing can be left that nobody finds. `DUE#<minute>` / `case#<chat>#<what>`: what
 * it brings to the desk of somebody's case, which names it in the same way.
 */
const sk = 'DUES'

const List = z.object({ dues: z.set(StoredDue) })
const Item = z.object({
  sk: z.string().regex(/^-?\d+#./),
  language: z.string().exactOptional(),
  expiresAt: z.number(),
})

export function createPlans(table: Table): Plans {
  return {
    set: (chat, dues, language) => planDues(table, chat, { dues, language }),
    of: (chat) => plannedDues(table, chat),
    done: (chat, due) => dropDue(table, chat, due),
    speak: (chat, language) => speakDues(table, chat, language),
    minutes: (after, until) => minutesDue(table, { after, until }),
    at: (minute) => duesIn(table, minute),
    setForCase: (due) => setForCase(table, due),
    doneForCase: (due) => doneForCase(table, due),
    casesAt: (minute) => caseDuesIn(table, minute),
    cursor: () => loadCursor(table),
    moveCursor: (minute) => moveCursor(table, minute),
  }
}

async function planDues(
  table: Table,
  chat: number,
  { dues, language }: { dues: Due[]; language?: string | undefined },
): Promise<void> {
  const { client, name } = table
  const before = await readDues(table, chat)
  await each(before, (due) =>
    client.send(new DeleteCommand({ TableName: name, Key: key(chat, due) })),
  )
  const list = { pk: chatKey(table, chat), sk }
  if (dues.length === 0) {
    await ask(client.send(new DeleteCommand({ TableName: name, Key: list })))
    return
  }
  const expiresAt = Math.max(...dues.map(expiry))
  const item = { ...list, dues: new Set(dues.map(packDue)), expiresAt }
  await ask(client.send(new PutCommand({ TableName: name, Item: item })))
  await each(dues, (due) => {
    const Item = { ...minuteKey(due.minute), expiresAt: expiry(due) }
    return client.send(new PutCommand({ TableName: name, Item }))
  })
  await each(dues, (due) => {
    const Item = { ...key(chat, due), ...(language && { language }), expiresAt: expiry(due) }
    return client.send(new PutCommand({ TableName: name, Item }))
  })
}

/** Only what is still there: it makes nothing that somebody has ended meanwhile. */
async function speakDues(table: Table, chat: number, language: string): Promise<void> {
  for (const due of await readDues(table, chat)) await setLanguage(table, key(chat, due), language)
}

/** Those that may still come, the soonest first. */
async function plannedDues(table: Table, chat: number): Promise<Due[]> {
  const alive = (await readDues(table, chat)).filter((due) => expiry(due) > seconds(+table.now()))
  return alive.sort((a, b) => a.minute - b.minute)
}

async function dropDue(table: Table, chat: number, due: Due): Promise<void> {
  const { client, name: TableName } = table
  await ask(client.send(new DeleteCommand({ TableName, Key: key(chat, due) })))
  const Key = { pk: chatKey(table, chat), sk }
  const taken = new UpdateCommand({
    TableName,
    Key,
    UpdateExpression: 'DELETE dues :one',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':one': new Set([packDue(due)]) },
  })
  await unlessStale(ask(client.send(taken)))
  const emptied = { TableName, Key, ConditionExpression: 'attribute_not_exists(dues)' }
  await unlessStale(ask(client.send(new DeleteCommand(emptied))))
}

/** Minutes after one and up to another under which something may lie, the earliest first. */
async function minutesDue(
  table: Table,
  { after, until }: { after: number; until: number },
): Promise<number[]> {
  const [first, last] = [minuteKey(after + 1), minuteKey(until)]
  if (after >= until) return []
  const items = await queryAll(table, first.pk, { first: first.sk, last: last.sk })
  return items.map(({ sk }) => Number(String(sk).slice(minutePrefix.length)))
}

/** Everybody's of one minute; at ten o'clock they may be many. */
async function duesIn(table: Table, minute: number): Promise<DueFor[]> {
  const items = await queryAll(table, `DUE#${minute}`)
  return items.flatMap((item) => toDue(minute, item, seconds(+table.now())))
}

const CaseItem = z.object({
  sk: z.string().regex(/^case#-?\d+#/),
  desk: z.string(),
  expiresAt: z.number(),
})

async function setForCase({ client, name: TableName }: Table, due: CaseDue): Promise<void> {
  const expiresAt = expiry(due)
  const { minute, desk } = due
  for (const item of [minuteKey(minute), { ...caseKey(due), desk }])
    await ask(client.send(new PutCommand({ TableName, Item: { ...item, expiresAt } })))
}

async function doneForCase(
  { client, name: TableName }: Table,
  due: Omit<CaseDue, 'desk'>,
): Promise<void> {
  await ask(client.send(new DeleteCommand({ TableName, Key: caseKey(due) })))
}

async function caseDuesIn(table: Table, minute: number): Promise<CaseDue[]> {
  const items = await queryAll(table, `DUE#${minute}`, { prefix: 'case#' })
  const now = seconds(+table.now())
  return items.flatMap((item) => {
    const { data } = CaseItem.safeParse(item)
    const [, chat, name] = data?.sk.split('#') ?? []
    const what = caseClocks.find((one) => one === name)
    if (!data || !what || data.expiresAt <= now) return []
    return [{ chat: Number(chat), desk: data.desk, minute, what }]
  })
}

function caseKey({ chat, minute, what }: Omit<CaseDue, 'desk'>) {
  return { pk: `DUE#${minute}`, sk: `case#${chat}#${what}` }
}

/** `DUE` / `minute#029912340`: that something may lie under it, so that nobody has to look under every minute. */
const minutePrefix = 'minute#'

function minuteKey(minute: number) {
  return { pk: 'DUE', sk: minutePrefix + String(minute).padStart(9, '0') }
}

const cursorKey = { pk: 'DUE', sk: 'cursor' }
const Cursor = z.object({ minute: z.number() })

/** `DUE` / `cursor`: the last minute that was taken whole. */
async function loadCursor({ client, name }: Table): Promise<number | undefined> {
  const request = new GetCommand({ TableName: name, Key: cursorKey, ConsistentRead: true })
  const { Item: found } = await ask(client.send(request))
  return found && Cursor.parse(found).minute
}

/** Of two that count side by side the further one holds. */
async function moveCursor({ client, name }: Table, minute: number): Promise<void> {
  const request = new PutCommand({
    TableName: name,
    Item: { ...cursorKey, minute },
    ConditionExpression: 'attribute_not_exists(pk) OR #minute < :minute',
    ExpressionAttributeNames: { '#minute': 'minute' },
    ExpressionAttributeValues: { ':minute': minute },
  })
  await unlessStale(ask(client.send(request)))
}

async function readDues(table: Table, chat: number): Promise<Due[]> {
  const request = new GetCommand({
    TableName: table.name,
    Key: { pk: chatKey(table, chat), sk },
    ConsistentRead: true,
  })
  const { Item: found } = await ask(table.client.send(request))
  const list = List.safeParse(found)
  return [...(list.data?.dues ?? [])].map(unpackDue)
}

/** What cannot be read is passed over, so that it holds up nobody else. */
function toDue(minute: number, item: Record<string, unknown>, now: number): DueFor[] {
  const read = Item.safeParse(item)
  if (!read.success || read.data.expiresAt <= now) return []
  const { sk: name, language } = read.data
  const [chat, what = ''] = name.split(/#(.*)/s)
  return [{ minute, what, chat: Number(chat), ...(language && { language }) }]
}

function key(chat: number, { minute, what }: Due) {
  return { pk: `DUE#${minute}`, sk: `${chat}#${what}` }
}

function expiry({ minute }: Pick<Due, 'minute'>) {
  return seconds(minute * 60_000 + retention.lateMs)
}

async function each(dues: Due[], act: (due: Due) => Promise<unknown>) {
  for (const due of dues) await ask(act(due))
}

async function unlessStale(request: Promise<unknown>) {
  await request.catch((error) => {
    if (!(error instanceof Stale)) throw error
  })
}
