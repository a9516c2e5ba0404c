import * as z from 'zod'
import { holdOffer, QUERY_SECONDS } from '../chats/inline.ts'
import type { Offer, Result } from '../rooms/offers.ts'
import { keyboardOf, Markup } from '../text/keyboard.ts'
import { messageText } from '../text/text.ts'
import { badRequest } from '../wire/refusal.ts'
import { Entity } from '../wire/telegram.ts'
import { TOO_OLD } from './answer.ts'
import { asText } from './content.ts'
import { method } from './method.ts'

const MOST_RESULTS = 50
const LONGEST_ID_BYTES = 64
/** As the Bot API's documentation says of cache_time. */
const CACHE_SECONDS = 300

const Text = z.object({
  message_text: z.string(),
  parse_mode: z.string().optional(),
  entities: z.array(Entity).optional(),
})
const Point = z.object({ latitude: z.number(), longitude: z.number() })
const Venue = Point.extend({ title: z.string(), address: z.string() })
const Contact = z.object({
  phone_number: z.string(),
  first_name: z.string(),
  last_name: z.string().exactOptional(),
})

const Given = z.object({
  id: z.string(),
  type: z.string(),
  title: z.string().default(''),
  description: z.string().default(''),
  input_message_content: z.union([Text, Venue, Point, Contact]).optional().catch(undefined),
  reply_markup: Markup.optional(),
})
type Given = z.infer<typeof Given>

const Button = z.object({ text: z.string(), start_parameter: z.string().optional() })

export const answerInlineQuery = method(
  z.object({
    inline_query_id: z.string(),
    results: z.array(Given),
    cache_time: z.int().default(CACHE_SECONDS),
    is_personal: z.boolean().default(false),
    button: Button.optional(),
  }),
  (world, fields) => {
    const offer = { results: resultsOf(fields.results), ...buttonOf(fields.button) }
    const query = world.queries.get(fields.inline_query_id)
    const isLate = query && world.clock.now().getTime() - query.at > QUERY_SECONDS * 1000
    if (!query || query.isAnswered || isLate) throw badRequest(TOO_OLD)
    query.isAnswered = true
    const held = { seconds: fields.cache_time, isPersonal: fields.is_personal }
    holdOffer(world, query, offer, held)
    query.take(offer)
    return true
  },
)

function resultsOf(given: Given[]): Result[] {
  if (given.length > MOST_RESULTS) throw badRequest('RESULTS_TOO_MUCH')
  const ids = given.map(({ id }) => id)
  if (!ids.every((id) => id !== '' && Buffer.byteLength(id) <= LONGEST_ID_BYTES)) {
    throw badRequest('RESULT_ID_INVALID')
  }
  if (new Set(ids).size < ids.length) throw badRequest('RESULT_ID_DUPLICATE')
  return given.map(resultOf)
}

function resultOf({ id, type, title, description, ...given }: Given): Result {
  if (type === 'article' && title.trim() === '') throw badRequest('ARTICLE_TITLE_EMPTY')
  const keyboard = keyboardOf(given.reply_markup)
  const content = { ...contentOf(given), ...(keyboard && { reply_markup: keyboard }) }
  return { id, title, description, content }
}

function contentOf({ input_message_content: content }: Pick<Given, 'input_message_content'>) {
  if (!content)
    throw badRequest('the simulator knows no result without words, a place or a contact')
  if ('message_text' in content) {
    return asText(messageText({ ...content, text: content.message_text }))
  }
  if ('phone_number' in content) return { contact: content }
  const { latitude, longitude } = content
  const location = { latitude, longitude }
  if (!('title' in content)) return { location }
  return { location, venue: { location, title: content.title, address: content.address } }
}

function buttonOf(button: z.infer<typeof Button> | undefined): Pick<Offer, 'button'> {
  if (!button) return {}
  const { text, start_parameter = '' } = button
  if (text.trim() === '') throw badRequest('the text of a button must not be empty')
  if (!/^[\w-]{1,64}$/.test(start_parameter)) throw badRequest('START_PARAM_INVALID')
  return { button: { text, start_parameter } }
}
