import { placeIn } from '../chats/chats.ts'
import { asCaption, asText } from '../methods/content.ts'
import { kindIn } from '../rooms/cards.ts'
import type { PrivateRoom, Room } from '../rooms/rooms.ts'
import { captionText, messageText } from '../text/text.ts'
import { Refusal } from '../wire/refusal.ts'
import { faultOfValue } from '../wire/shapes.ts'
import type { Draft, Message, User } from '../wire/telegram.ts'
import type { World } from '../world.ts'
import { standing } from './standing.ts'

/** Whatever somebody may send, by Telegram's names. The shapes check it, whatever its type says. */
export type Anything = Omit<Draft, 'from'> & Record<string, unknown>

/** How it is sent. */
export interface Way {
  forwarded?: boolean
  /** A message of this chat, their own or the bot's. */
  replyTo?: number
  /** The part of that message which is meant. */
  quote?: string
}

const TELEGRAMS = ['message_id', 'date', 'chat', 'from', 'edit_date']

/** The message as Telegram would make it of this; refused where Telegram has no such message. */
export function contentOf(
  world: World,
  { chat, from }: Pick<Draft, 'from'> & Pick<Room, 'chat'>,
  given: Anything,
): Omit<Draft, 'from'> {
  const set = TELEGRAMS.find((name) => name in given)
  if (set) throw new Refusal(400, `${set}: Telegram sets it itself`)
  if (!kindIn(given)) throw new Refusal(400, 'a message must bring something')
  const content = { ...structuredClone(given), ...besides(given) }
  const message = { message_id: 1, date: 1, chat, ...content }
  const fault = faultOfValue(world.shapes, ['Message'], message, 'message')
  if (fault) throw new Refusal(400, fault)
  return { ...content, ...wordsOf(content, from) }
}

/** Programs that do not know a venue or an animation are shown something older. */
function besides({ venue, animation }: Anything): object {
  return {
    ...(venue && { location: venue.location }),
    ...(animation !== undefined && { document: animation }),
  }
}

/** Links, names and commands are found in what somebody writes. */
function wordsOf(
  { text, entities, caption, caption_entities }: Anything,
  { is_premium: isPaid }: User,
) {
  if (text !== undefined) return asText(messageText({ text, entities }))
  if (caption === undefined) return {}
  return asCaption(captionText({ text: caption, entities: caption_entities }, isPaid))
}

/** What a message says of the way it came. */
export function wayOf(world: World, room: PrivateRoom, way: Way = {}): Partial<Message> {
  return { ...originOf(world, way), ...answering(room, way) }
}

/** People hide behind forwards, so the sender is only a name. */
export function originOf(world: World, { forwarded }: Way): Partial<Message> {
  if (!forwarded) return {}
  const date = world.clock.unix()
  return { forward_origin: { type: 'hidden_user', date, sender_user_name: 'Somebody' } }
}

function answering(room: PrivateRoom, { replyTo, quote }: Way): Partial<Message> {
  if (replyTo === undefined) {
    if (quote !== undefined) throw new Refusal(400, 'a quote needs the message that it is of')
    return {}
  }
  const { text, caption = '' } = standing(room, replyTo).message
  const place = placeIn(room, { replyTo })
  if (quote === undefined) return place
  const position = quote ? (text ?? caption).indexOf(quote) : -1
  if (position < 0) throw new Refusal(400, 'QUOTE_TEXT_INVALID')
  return { ...place, quote: { text: quote, position, is_manual: true } }
}
