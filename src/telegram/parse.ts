import * as z from 'zod'
import type { Arrival, Press } from '../app/ports/arrival.ts'
import { fromData } from './buttons.ts'
import { isGroup, memberOfGroup, messageOfGroup, pressInGroup } from './in-group.ts'
import { known } from './known.ts'
import { Chat, Message, toEdited, toEvent } from './message.ts'
import { nameAmong, serviceIn } from './service.ts'
import { spoken, User } from './user.ts'

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
    .object({
      chat: Chat,
      from: User,
      date: known(z.int()),
      new_chat_member: z.object({ status: z.string(), is_member: known(z.boolean()) }),
    })
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
  const { chat, from, message_id, date, reply_to_message: before } = message
  if (isGroup(chat)) return messageOfGroup(update_id, message)
  if (chat.type !== 'private' || !from) return { kind: 'ignored', what: `message in ${chat.type}` }
  const service = serviceIn(message)
  if (service) return { kind: 'ignored', what: service }
  // Two bots would answer each other for ever.
  if (from.is_bot) return { kind: 'ignored', what: 'message of a bot' }
  return {
    kind: 'person',
    incoming: {
      update: update_id,
      chat: chat.id,
      source: 'message',
      message: message_id,
      sentAt: date,
      ...(before?.message_id !== undefined && { replyTo: before.message_id }),
      ...spoken(from),
      event: toEvent(message),
    },
  }
}

/** What Telegram sends where nothing was changed that a person sees has no day of a change. */
function fromEdited(update: Update, message: Message): Arrival {
  const { edit_date: editedAt } = message
  if (editedAt !== undefined && isGroup(message.chat))
    return messageOfGroup(update.update_id, message)
  const event = editedAt === undefined ? undefined : toEdited(message)
  if (!event || editedAt === undefined || message.chat.type !== 'private')
    return { kind: 'ignored', what: 'edited_message' }
  const arrival = fromMessage(update, message)
  if (arrival.kind !== 'person') return arrival
  return { ...arrival, incoming: { ...arrival.incoming, editedAt, event } }
}

function fromPress({ update_id }: Update, press: NonNullable<Update['callback_query']>): Arrival {
  const { id, from, message, data = '' } = press
  if (message && isGroup(message.chat)) return pressInGroup(update_id, { ...press, message })
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
  change: NonNullable<Update['my_chat_member']>,
): Arrival {
  const { chat, new_chat_member } = change
  if (isGroup(chat)) return memberOfGroup(update, change)
  if (chat.type !== 'private') return { kind: 'ignored', what: `member of ${chat.type}` }
  if (new_chat_member.status === 'kicked') return { kind: 'blocked', chat: chat.id, update }
  return { kind: 'back', chat: chat.id }
}

function kindOf(raw: unknown) {
  if (typeof raw !== 'object' || raw === null) return 'malformed'
  return nameAmong(Object.keys(raw), new Set(['update_id']))
}
