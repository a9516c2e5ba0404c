import * as z from 'zod'
import { Content, Kind, LARGEST_PICTURE, Nothing, PictureQuery } from './bodies.ts'
import { groupBy } from './group-routes.ts'
import { fileRoute, type Route, route } from './routes.ts'

/** Who writes, and where. */
const Place = z.strictObject({
  personId: z.int(),
  thread: z.int().exactOptional(),
  replyTo: z.int().exactOptional(),
  asGroup: z.boolean().exactOptional(),
})
const Picture = PictureQuery.extend({
  personId: z.coerce.number().int(),
  thread: z.coerce.number().int().exactOptional(),
  replyTo: z.coerce.number().int().exactOptional(),
  asGroup: z.stringbool().exactOptional(),
})
const Pressed = z.strictObject({ personId: z.int(), messageId: z.int(), data: z.string() })

/** What is said in a group, and pressed. */
export const GROUP_TALK_ROUTES: Route[] = [
  route('GET /groups/:id/messages', Nothing, (world, { id, query }) => {
    const thread = Number(query.get('thread'))
    return { messages: groupBy(world, id).messages(thread || undefined) }
  }),
  route('POST /groups/:id/send', Place.extend({ text: z.string() }), (world, { id, body }) => {
    const { personId, thread, text, ...how } = body
    return { messageId: groupBy(world, id).send({ id: personId }, text, thread, how) }
  }),
  route(
    'POST /groups/:id/send-any',
    Place.extend({ content: Content }),
    (world, { id, body: { personId, thread, content, ...how } }) => {
      return { messageId: groupBy(world, id).sendAny({ id: personId }, content, thread, how) }
    },
  ),
  route(
    'POST /groups/:id/send-sample',
    Place.extend({ kind: Kind }),
    (world, { id, body: { personId, thread, kind, ...how } }) => {
      return { messageId: groupBy(world, id).sendSample({ id: personId }, kind, thread, how) }
    },
  ),
  fileRoute(
    'POST /groups/:id/picture',
    { most: LARGEST_PICTURE, query: Picture },
    (world, asked) => {
      const { personId, thread, replyTo, asGroup, name, mime, ...picture } = asked.body
      const how = { ...(replyTo !== undefined && { replyTo }), ...(asGroup && { asGroup }) }
      const whole = { ...picture, ...(name !== undefined && { asFile: { name, mime } }) }
      const group = groupBy(world, asked.id)
      return { messageId: group.sendPicture({ id: personId }, whole, thread, how) }
    },
  ),
  route(
    'POST /groups/:id/edit',
    z.strictObject({ personId: z.int(), messageId: z.int(), text: z.string() }),
    (world, { id, body: { personId, messageId, text } }) =>
      groupBy(world, id).edit({ id: personId }, messageId, text),
  ),
  route('POST /groups/:id/press', Pressed, (world, { id, body }) => {
    const { personId, messageId, data } = body
    return { queryId: groupBy(world, id).press({ id: personId }, messageId, data) }
  }),
  route(
    'POST /groups/:id/tap',
    z.strictObject({ personId: z.int(), label: z.string() }),
    (world, { id, body }) => ({
      queryId: groupBy(world, id).tap({ id: body.personId }, body.label),
    }),
  ),
]
