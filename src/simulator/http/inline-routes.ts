import * as z from 'zod'
import { personBy } from './people-routes.ts'
import { type Route, route } from './routes.ts'

const Nothing = z.strictObject({})

/** What the bot does in other chats, and the chat with a friend where this can be tried. */
export const INLINE_ROUTES: Route[] = [
  route('GET /bot', Nothing, ({ bot, isInline }) => ({ username: bot.username, inline: isInline })),
  route(
    'POST /people/:id/types',
    z.strictObject({
      words: z.string(),
      where: z.union([z.literal('friend'), z.strictObject({ id: z.int() })]).exactOptional(),
    }),
    (world, { id, body: { words, where } }) => personBy(world, id).types(words, where),
  ),
  route('POST /people/:id/choose', z.strictObject({ id: z.string() }), (world, { id, body }) => {
    return { messageId: personBy(world, id).chooses(body) }
  }),
  route('GET /people/:id/friend', Nothing, (world, { id }) => {
    return { messages: personBy(world, id).friend() }
  }),
  route('POST /people/:id/friend', z.strictObject({ text: z.string() }), (world, { id, body }) => {
    return { messageId: personBy(world, id).writeFriend(body.text) }
  }),
]
