import * as z from 'zod'
import type { Arrival, Press } from '../app/ports/arrival.ts'
import { fromData } from './buttons.ts'
import { Chat, Message, toEdited, toEvent, User } from './message.ts'
import { nameAmong, serviceIn } from './service.ts'

const Update = z.object({
  update_id: z.int(),
  message: Message.optional(),
  edited_message: Message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: User,
      message: Message.optional(),
      data: z.string().optional(),
    })
    .optional(),
  inline_query: z
    .object({ id: z.string(), from: User, query: z.string(), offset: z.string().default('') })
    .optional(),
  my_chat_member: z
    .object({ chat: Chat, from: User, new_chat_member: z.object({ status: z.string() }) })
    .optional(),
})
type Update = z.infer<typeof Update>

/** The kinds of update that we ask Telegram for. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const

/** Telegram's limit for what somebody types behind the bot's name. */
const queryAtMost = 256

/** Reads an update by the few fields that we use. Whatever else it is, is ignored and named for the log. */
export function parse(raw: unknown): Arrival {
  const update = Update.safeParse(raw)
  if (!update.success) return { kind: 'ignored', what: 'malformed' }
  const { message, edited_message: edited, callback_query: press } = update.data
  const { inline_query: query, my_chat_member: member } = update.data
  if (message) return fromMessage(update.data, message)
  if (edited) return fromEdited(update.data, edited)
  if (press) return fromPress(update.data, press)
  if (query) return fromQuery(query)
  if (member) return fromMember(update.data, member)
  return { kind: 'ignored', what: kindOf(raw) }
}

function fromMessage({ update_id }: Update, message: Message): Arrival {
  const { chat, from, message_id, date } = message
  if (chat.type === 'group' || chat.type === 'supergroup') return fromStranger(chat.id, from)
  if (chat.type !== 'private' || !from) return { kind: 'ignored', what: `message in ${chat.type}` }
  const service = serviceIn(message)
  if (service) return { kind: 'ignored', what: service }
  return {
    kind: 'person',
    incoming: {
      update: update_id,
      chat: chat.id,
      source: 'message',
      message: message_id,
      sentAt: date,
      ...spoken(from),
      event: toEvent(message),
    },
  }
}

/** What Telegram sends where nothing was changed that a person sees has no day of a change. */
function fromEdited(update: Update, message: Message): Arrival {
  const { edit_date: editedAt } = message
  const event = editedAt === undefined ? undefined : toEdited(message)
  if (!event || editedAt === undefined || message.chat.type !== 'private')
    return { kind: 'ignored', what: 'edited_message' }
  const arrival = fromMessage(update, message)
  if (arrival.kind !== 'person') return arrival
  return { ...arrival, incoming: { ...arrival.incoming, editedAt, event } }
}

function fromPress({ update_id }: Update, press: NonNullable<Update['callback_query']>): Arrival {
  const { id, from, message, data = '' } = press
  if (message?.chat.type !== 'private')
    return { kind: 'ignored', what: 'press outside a private chat' }
  const read = fromData(data)
  return {
    kind: 'person',
    incoming: {
      update: update_id,
      chat: message.chat.id,
      source: 'press',
      message: message.message_id,
      sentAt: message.date,
      press: { id, on: carrierOf(message) },
      ...spoken(from),
      event: read ? { kind: 'press', ...read } : { kind: 'forged' },
    },
  }
}

function fromQuery({ id, from, query, offset }: NonNullable<Update['inline_query']>): Arrival {
  const words = query.slice(0, queryAtMost)
  return { kind: 'inline', query: id, words, ...spoken(from), ...(offset && { isMore: true }) }
}

/** Ours are texts; one that Telegram no longer shows to bots has date 0. */
function carrierOf({ text, date }: Message): Press['on'] {
  return text === undefined && date > 0 ? 'tip' : 'screen'
}

function fromMember(
  { update_id: update }: Update,
  { chat, from, new_chat_member }: NonNullable<Update['my_chat_member']>,
): Arrival {
  const { status } = new_chat_member
  if (chat.type === 'private' && status === 'kicked')
    return { kind: 'blocked', chat: chat.id, update }
  if (chat.type === 'private') return { kind: 'back', chat: chat.id }
  const isIn = status === 'member' || status === 'administrator'
  if (chat.type === 'channel' || !isIn) return { kind: 'ignored', what: `member of ${chat.type}` }
  return fromStranger(chat.id, from)
}

function fromStranger(chat: number, from?: z.infer<typeof User>): Arrival {
  return { kind: 'stranger', chat, ...(from && spoken(from)) }
}

/** `pl-PL` → `pl`: used only until the person chooses a language. */
function spoken({ language_code }: z.infer<typeof User>) {
  const language = language_code?.split('-')[0]?.toLowerCase()
  return language ? { language } : {}
}

function kindOf(raw: unknown) {
  if (typeof raw !== 'object' || raw === null) return 'malformed'
  return nameAmong(Object.keys(raw), new Set(['update_id']))
}
