import * as z from 'zod'
import type { Arrival, Event, Press, Sent } from '../app/ports/arrival.ts'
import { pictureTypes } from '../core/picture.ts'
import { fromData } from './buttons.ts'
import { nameAmong, serviceIn } from './service.ts'

const User = z.object({ id: z.int(), language_code: z.string().optional() })
const Chat = z.object({ id: z.int(), type: z.string() })
const Entity = z.object({ type: z.string(), offset: z.number(), length: z.number() })
const file = { file_id: z.string(), file_size: z.number().optional() }
/** With all that it holds: the names of what we do not read tell who made it. */
const Message = z.looseObject({
  message_id: z.int(),
  date: z.int(),
  chat: Chat,
  from: User.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z.array(z.object(file)).nonempty().optional().catch(undefined),
  document: z
    .object({ ...file, mime_type: z.string().optional() })
    .optional()
    .catch(undefined),
  media_group_id: z.string().optional().catch(undefined),
  entities: z.array(Entity).optional(),
  caption_entities: z.array(Entity).optional(),
  forward_origin: z.looseObject({ sender_user: User.optional().catch(undefined) }).optional(),
})
const Update = z.object({
  update_id: z.int(),
  message: Message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: User,
      message: Message.optional(),
      data: z.string().optional(),
    })
    .optional(),
  my_chat_member: z
    .object({ chat: Chat, from: User, new_chat_member: z.object({ status: z.string() }) })
    .optional(),
})
type Update = z.infer<typeof Update>
type Message = z.infer<typeof Message>

/** The kinds of update that we ask Telegram for. */
export const allowedUpdates = ['message', 'callback_query', 'my_chat_member'] as const

/** Reads an update by the few fields that we use. Whatever else it is, is ignored and named for the log. */
export function parse(raw: unknown): Arrival {
  const update = Update.safeParse(raw)
  if (!update.success) return { kind: 'ignored', what: 'malformed' }
  const { message, callback_query: press, my_chat_member: member } = update.data
  if (message) return fromMessage(update.data, message)
  if (press) return fromPress(update.data, press)
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

/** What is passed on is never a command, nor a cry of who passes it on, unless they wrote it themselves. */
function toEvent(message: Message): Event {
  const { text, caption, from, forward_origin: origin } = message
  const isOwn = from !== undefined && origin?.sender_user?.id === from.id
  const theirs = origin !== undefined && !isOwn && { isTheirs: true }
  const command = theirs ? undefined : commandIn(message)
  if (command) return command
  if (text !== undefined) return { kind: 'text', text, ...theirs }
  const below = { ...(caption && { caption }), ...theirs }
  return pictureIn(message, below) ?? { kind: 'media', ...below }
}

/** Also below a picture: who writes `/forget` there means it. */
function commandIn({ text, caption = '', entities, caption_entities: below }: Message) {
  const words = text ?? caption
  const marks = text === undefined ? below : entities
  const command = marks?.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  if (!command) return undefined
  const name = words.slice(1, command.length).split('@')[0]?.toLowerCase() ?? ''
  const payload = words.slice(command.length).trim()
  return { kind: 'command', name, ...(payload && { payload }) } as const
}

type Below = Pick<Sent, 'caption' | 'isTheirs'>

/** A photo in its largest size, or a file of a picture. */
function pictureIn({ photo, document, media_group_id: album }: Message, below: Below) {
  const isFile = document?.mime_type?.startsWith('image/')
  const one = photo?.at(-1) ?? (isFile ? document : undefined)
  if (!one) return undefined
  const isStrange = !photo && !pictureTypes.some((type) => type === document?.mime_type)
  const { file_id, file_size } = one
  return {
    kind: 'picture',
    file: file_id,
    ...(file_size !== undefined && { bytes: file_size }),
    ...(isStrange && { isStrange }),
    ...(album && { album }),
    ...below,
  } as const
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
