import * as z from 'zod'
import { groupOf, newGroup, type SimGroup } from '../people/groups.ts'
import { newPerson } from '../people/people.ts'
import { Refusal } from '../wire/refusal.ts'
import type { World } from '../world.ts'
import { NewPerson, Nothing } from './bodies.ts'
import { type Route, route } from './routes.ts'

const Status = z.enum(['administrator', 'member'])
const NewGroup = z.strictObject({
  title: z.string().min(1).max(128),
  forum: z.boolean().default(false),
  basic: z.boolean().default(false),
  /** Brings the bot along, as an administrator unless said otherwise. */
  bot: z.union([z.boolean(), Status]).default(true),
  /** People made anew; the first owns the group. */
  members: z.array(NewPerson).default([]),
})

const NewMember = z.union([
  NewPerson.extend({ status: Status.exactOptional() }),
  z.strictObject({ personId: z.int(), status: Status.exactOptional() }),
])
const Right = z.enum(['can_manage_topics', 'can_delete_messages', 'can_pin_messages'])
const Bot = z.strictObject({
  status: z.enum(['administrator', 'member', 'kicked']),
  denied: z.array(Right).exactOptional(),
  personId: z.int().exactOptional(),
})
const OneTopic = z.strictObject({
  personId: z.int(),
  thread: z.int(),
  state: z.enum(['open', 'closed', 'deleted']),
})

/** The groups, where an NGO's desk works: who is in them, their topics, and what the bot may do. */
export const GROUP_ROUTES: Route[] = [
  route('POST /groups', NewGroup, (world, { body }) => {
    const { bot, members, ...wish } = body
    const made = groupOf(world, newGroup(world, wish))
    const people = members.map((one) => ({ id: newPerson(world, one).chat.id }))
    for (const person of people) made.join(person)
    const [by] = people
    const status = typeof bot === 'string' ? bot : 'administrator'
    if (bot) made.addBot({ status, ...(by && { by }) })
    return { id: made.id, members: people.map(({ id }) => id) }
  }),
  route('GET /groups', Nothing, (world) => {
    const standing = [...world.groups.values()].filter(({ group: { movedTo } }) => !movedTo)
    return standing.map((room) => {
      const { id, title, forum, members, topics } = groupOf(world, room)
      const { bot, denied } = room.group
      const isBasic = room.chat.type === 'group'
      return { id, title, forum, basic: isBasic, members, topics: topics(), bot, denied }
    })
  }),
  route('POST /groups/:id/members', NewMember, (world, { id, body }) => {
    const { status, ...who } = body
    const person = 'personId' in who ? who.personId : newPerson(world, who).chat.id
    groupBy(world, id).join({ id: person }, status)
    return { id: person }
  }),
  route(
    'POST /groups/:id/leave',
    z.strictObject({ personId: z.int(), by: z.int().exactOptional() }),
    (world, { id, body: { personId, by } }) =>
      groupBy(world, id).leave({ id: personId }, by === undefined ? {} : { by: { id: by } }),
  ),
  route('POST /groups/:id/bot', Bot, (world, { id, body: { status, denied, personId } }) => {
    const by = personId === undefined ? {} : { by: { id: personId } }
    if (status === 'kicked') groupBy(world, id).removeBot(by)
    else groupBy(world, id).addBot({ status, ...by, ...(denied && { denied }) })
  }),
  route(
    'POST /groups/:id/forum',
    z.strictObject({ personId: z.int(), forum: z.boolean() }),
    (world, { id, body: { personId, forum } }) => {
      return { id: groupBy(world, id).setForum({ id: personId }, forum).id }
    },
  ),
  route(
    'POST /groups/:id/topics',
    z.strictObject({ personId: z.int(), name: z.string() }),
    (world, { id, body: { personId, name } }) => {
      return { thread: groupBy(world, id).openTopic({ id: personId }, name) }
    },
  ),
  route('POST /groups/:id/topic', OneTopic, (world, { id, body }) => {
    const { personId, thread, state } = body
    const group = groupBy(world, id)
    if (state === 'deleted') group.deleteTopic(thread)
    else if (state === 'closed') group.closeTopic({ id: personId }, thread)
    else group.reopenTopic({ id: personId }, thread)
  }),
]

export function groupBy(world: World, id: number): SimGroup {
  const room = world.groups.get(id)
  if (!room) throw new Refusal(404, `there is no group ${id}`)
  return groupOf(world, room)
}
