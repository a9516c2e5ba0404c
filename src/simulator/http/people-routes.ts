import * as z from 'zod'
import { newPerson, type Person, personOf } from '../people/people.ts'
import { Refusal } from '../wire/refusal.ts'
import type { World } from '../world.ts'
import { Content, Kind, LARGEST_PICTURE, NewPerson, Nothing, PictureQuery } from './bodies.ts'
import { fileRoute, type Route, route } from './routes.ts'

const Way = z.strictObject({
  forwarded: z.boolean().exactOptional(),
  replyTo: z.int().exactOptional(),
  quote: z.string().exactOptional(),
})
const Text = Way.extend({ text: z.string() })
/** The phones, for a page or for tests with the bot in another process. */
export const PEOPLE_ROUTES: Route[] = [
  route('POST /people', NewPerson, (world, { body }) => {
    return { id: newPerson(world, body).chat.id }
  }),
  route('GET /people', Nothing, (world) => {
    return [...world.people.values()].map(({ phone: { user, hasBlocked } }) => {
      const { id, first_name: name, language_code: language } = user
      return { id, name, language, blocked: hasBlocked }
    })
  }),
  route('GET /people/:id/chat', Nothing, (world, { id }) => {
    const somebody = personBy(world, id)
    return { messages: somebody.chat(), alerts: somebody.alerts() }
  }),
  route('POST /people/:id/send', Text, (world, { id, body: { text, ...way } }) => {
    return { messageId: personBy(world, id).send(text, way) }
  }),
  route(
    'POST /people/:id/send-any',
    Way.extend({ content: Content }),
    (world, { id, body: { content, ...way } }) => {
      return { messageId: personBy(world, id).sendAny(content, way) }
    },
  ),
  route(
    'POST /people/:id/send-sample',
    Way.extend({ kind: Kind }),
    (world, { id, body: { kind, ...way } }) => {
      return { messageId: personBy(world, id).sendSample(kind, way) }
    },
  ),
  route(
    'POST /people/:id/photo',
    z.strictObject({ caption: z.string().default('') }),
    (world, asked) => {
      return { messageId: personBy(world, asked.id).sendPhoto(asked.body.caption) }
    },
  ),
  fileRoute(
    'POST /people/:id/picture',
    { most: LARGEST_PICTURE, query: PictureQuery },
    (world, { id, body: { name, mime, ...picture } }) => {
      const asFile = name === undefined ? {} : { asFile: { name, mime } }
      return { messageId: personBy(world, id).sendPicture({ ...picture, ...asFile }) }
    },
  ),
  route(
    'POST /people/:id/edit',
    z.strictObject({ messageId: z.int(), text: z.string() }),
    (world, { id, body }) => personBy(world, id).edit(body.messageId, body.text),
  ),
  route('POST /people/:id/touch', z.strictObject({ messageId: z.int() }), (world, { id, body }) =>
    personBy(world, id).touch(body.messageId),
  ),
  route(
    'POST /people/:id/press',
    z.strictObject({ messageId: z.int(), data: z.string() }),
    (world, { id, body }) => ({ queryId: personBy(world, id).press(body.messageId, body.data) }),
  ),
  route('POST /people/:id/tap', z.strictObject({ label: z.string() }), (world, { id, body }) => {
    return { queryId: personBy(world, id).tap(body.label) }
  }),
  route('POST /people/:id/block', Nothing, (world, { id }) => personBy(world, id).block()),
  route('POST /people/:id/unblock', Nothing, (world, { id }) => personBy(world, id).unblock()),
  route(
    'POST /people/:id/delete',
    z.strictObject({ messageId: z.int(), forBoth: z.boolean().exactOptional() }),
    (world, { id, body: { messageId, ...extra } }) => personBy(world, id).delete(messageId, extra),
  ),
]

export function personBy(world: World, id: number): Person {
  const room = world.people.get(id)
  if (!room) throw new Refusal(404, `there is no person ${id}`)
  return personOf(world, room)
}
