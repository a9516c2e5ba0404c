import * as z from 'zod'
import { groupOf, newGroup, type SimGroup } from '../people/groups.ts'
import { Refusal } from '../wire/refusal.ts'
import type { World } from '../world.ts'
import { type Route, route } from './routes.ts'

const Nothing = z.strictObject({})
const NewGroup = z.strictObject({
  title: z.string().min(1).max(128),
  forum: z.boolean().default(false),
  /** Brings the bot along as an administrator. */
  bot: z.boolean().default(true),
})
const Said = z.strictObject({
  personId: z.int(),
  text: z.string(),
  thread: z.int().exactOptional(),
  replyTo: z.int().exactOptional(),
})
const Pressed = z.strictObject({ personId: z.int(), messageId: z.int(), data: z.string() })

/** The groups, where an NGO's desk works. */
export const GROUP_ROUTES: Route[] = [
  route('POST /groups', NewGroup, (world, { body: { bot, ...wish } }) => {
    const made = groupOf(world, newGroup(world, wish))
    if (bot) made.addBot()
    return { id: made.id }
  }),
  route('GET /groups', Nothing, (world) => {
    return [...world.groups.values()].map((room) => {
      const { id, title, forum, members, topics } = groupOf(world, room)
      return { id, title, forum, members, topics: topics(), bot: room.group.bot }
    })
  }),
  route('GET /groups/:id/messages', Nothing, (world, { id, query }) => {
    const thread = Number(query.get('thread'))
    return { messages: group(world, id).messages(thread || undefined) }
  }),
  route('POST /groups/:id/send', Said, (world, { id, body }) => {
    const { personId, text, thread, ...extra } = body
    return { messageId: group(world, id).send({ id: personId }, text, thread, extra) }
  }),
  route('POST /groups/:id/press', Pressed, (world, { id, body }) => {
    const { personId, messageId, data } = body
    return { queryId: group(world, id).press({ id: personId }, messageId, data) }
  }),
  route(
    'POST /groups/:id/tap',
    z.strictObject({ personId: z.int(), label: z.string() }),
    (world, { id, body }) => ({ queryId: group(world, id).tap({ id: body.personId }, body.label) }),
  ),
  route('POST /groups/:id/bot', z.strictObject({ present: z.boolean() }), (world, { id, body }) =>
    body.present ? group(world, id).addBot() : group(world, id).removeBot(),
  ),
]

function group(world: World, id: number): SimGroup {
  const room = world.groups.get(id)
  if (!room) throw new Refusal(404, `there is no group ${id}`)
  return groupOf(world, room)
}
