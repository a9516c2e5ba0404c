import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Desk, DeskChanges, Desks } from '../app/ports/desks.ts'
import { accept, acceptedBy, dropMember, membersOf, setOnCall } from './conduct.ts'
import { freeGroup, holderOf, noteInvited, placeAt, takeGroup } from './groups.ts'
import { queryAll } from './many.ts'
import { ask, askIf, type Table } from './table.ts'
import { dropTopic, keepTopic, topicsOf } from './topics.ts'

/**
 * `DESKS` / `<id>`: a desk. Held for good, also when it is closed, so that its code opens no other. It is written before the group
 * becomes its own and closed before the group is free again, so that a crash between the two can be finished.
 */
const pk = 'DESKS'

const mark = z.literal(true).exactOptional()

const Hours = z.object({
  tz: z.string(),
  week: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
  holidays: z.string().exactOptional(),
})

const Item = z.object({
  sk: z.string(),
  name: z.string(),
  group: z.number(),
  languages: z.array(z.string()),
  countries: z.array(z.string()),
  themes: z.array(z.string()),
  minors: z.boolean(),
  complaints: z.string(),
  /** Those of another release are lost alone. */
  hours: Hours.optional().catch(undefined),
  lead: z.number(),
  isPaused: mark,
  isClosed: mark,
} satisfies Record<Exclude<keyof Desk, 'id'> | 'sk', z.ZodType>)

/** As little of a desk as tells whether its code and its group are still its own. */
const Standing = z.object({ group: z.number(), isClosed: z.boolean().optional() })

export function createDesks(table: Table): Desks {
  return {
    all: async () => (await queryAll(table, pk)).flatMap(toDesk),
    get: async (id) => toDesk(await get(table, id))[0],
    connect: (desk) => connect(table, desk),
    change: (id, changes) => change(table, id, changes),
    move: (id, group) => move(table, id, group),
    at: (group, thread) => placeAt(table, group, thread),
    noteInvited: (group) => noteInvited(table, group),
    accept: (desk, user, acceptance) => accept(table, { desk, user }, acceptance),
    accepted: (desk, user) => acceptedBy(table, { desk, user }),
    members: (desk) => membersOf(table, desk),
    setOnCall: (desk, user, isOnCall) => setOnCall(table, { desk, user }, isOnCall),
    dropMember: (desk, user) => dropMember(table, { desk, user }),
    keepTopic: (group, topic) => keepTopic(table, group, topic),
    dropTopic: (group, thread) => dropTopic(table, group, thread),
    topics: (group) => topicsOf(table, group),
  }
}

/** What cannot be read is passed over, so that no other desk is lost with it. */
function toDesk(found: unknown): Desk[] {
  const read = Item.safeParse(found)
  if (!read.success) return []
  const { sk: id, hours, ...desk } = read.data
  return [{ id, ...desk, ...(hours && { hours }) }]
}

async function get({ client, name }: Table, id: string): Promise<unknown> {
  const request = new GetCommand({ TableName: name, Key: { pk, sk: id }, ConsistentRead: true })
  return (await ask(client.send(request))).Item
}

async function connect(table: Table, desk: Desk): Promise<'connected' | 'used' | 'taken'> {
  const before = await holderOf(table, desk.group)
  const isOthers = before !== undefined && before !== desk.id
  if (isOthers && (await isOpenIn(table, before, desk.group))) return taken(table, desk)
  if (!(await useCode(table, desk))) return 'used'
  return (await takeGroup(table, desk, before)) ? 'connected' : taken(table, desk)
}

async function isOpenIn(table: Table, id: string, group: number): Promise<boolean> {
  const { data } = Standing.safeParse(await get(table, id))
  return data?.group === group && !data.isClosed
}

/** Whoever comes again with it to the group that it was used in may go on. */
async function useCode(table: Table, { id, ...desk }: Desk): Promise<boolean> {
  const request = new PutCommand({
    TableName: table.name,
    Item: { pk, sk: id, ...desk },
    ConditionExpression: 'attribute_not_exists(pk)',
  })
  const written = await askIf(table.client.send(request))
  return written !== undefined || isOpenIn(table, id, desk.group)
}

/** Another desk was quicker, maybe after this one's code was used; so the code is unused again. */
async function taken({ client, name }: Table, { id, group }: Desk): Promise<'taken'> {
  const request = new DeleteCommand({
    TableName: name,
    Key: { pk, sk: id },
    ConditionExpression: '#group = :group AND attribute_not_exists(isClosed)',
    ExpressionAttributeNames: { '#group': 'group' },
    ExpressionAttributeValues: { ':group': group },
  })
  await askIf(client.send(request))
  return 'taken'
}

async function change(table: Table, id: string, changes: DeskChanges): Promise<void> {
  const names = Object.entries(changes)
  const on = names.filter(([, value]) => value)
  const set = on.map(([field]) => `${field} = :${field}`)
  const off = names.filter(([, value]) => value === null).map(([field]) => field)
  if (set.length + off.length === 0) return
  const values = Object.fromEntries(on.map(([field, value]) => [`:${field}`, value]))
  const request = new UpdateCommand({
    TableName: table.name,
    Key: { pk, sk: id },
    UpdateExpression: `${clause('SET', set)} ${clause('REMOVE', off)}`,
    ConditionExpression: 'attribute_exists(pk)',
    ...(set.length > 0 && { ExpressionAttributeValues: values }),
    ReturnValues: 'ALL_NEW',
  })
  const changed = await askIf(table.client.send(request))
  const { data } = Standing.safeParse(changed?.Attributes)
  if (data?.isClosed) await freeGroup(table, data.group, id)
}

/** The new group is the desk's before the old one is nobody's, so that what comes from either finds it. */
async function move(table: Table, id: string, group: number): Promise<void> {
  const [desk] = toDesk(await get(table, id))
  if (!desk) return
  await takeGroup(table, { ...desk, group })
  const request = new UpdateCommand({
    TableName: table.name,
    Key: { pk, sk: id },
    UpdateExpression: 'SET #group = :group',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#group': 'group' },
    ExpressionAttributeValues: { ':group': group },
  })
  await askIf(table.client.send(request))
  if (desk.group !== group) await freeGroup(table, desk.group, id)
}

function clause(word: string, parts: string[]) {
  return parts.length > 0 ? `${word} ${parts.join(', ')}` : ''
}
