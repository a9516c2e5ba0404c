import type { Arrival, GroupEvent, InGroup } from '../app/ports/arrival.ts'
import { fromData, ofDesk } from './buttons.ts'
import { commandOf, isAboutElsewhere, isOfSomebodyElse, type Message } from './message.ts'
import { wordsOfRich } from './rich.ts'
import { serviceIn } from './service.ts'
import { tellsIn } from './telling.ts'
import { somebodyOf, type User } from './user.ts'

export function isGroup({ type }: Message['chat']): boolean {
  return type === 'group' || type === 'supergroup'
}

/** A message of a group. What bots write is passed over: our own changes of topics come back to us as messages. */
export function messageOfGroup(update: number, message: Message): Arrival {
  const service = serviceIn(message)
  const event = service === undefined ? saidIn(message) : happenedIn(message)
  if (!event || (isOfBot(message) && !byAnybody.includes(event.kind)))
    return { kind: 'ignored', what: service ?? (event ? 'message of a bot' : 'edited_message') }
  const replyTo = replyIn(message)
  const isHidden = message.sender_chat !== undefined
  return inGroup({
    update,
    ...placeOf(message),
    ...(!isHidden && message.from && who(message.from)),
    ...(replyTo !== undefined && { replyTo }),
    event,
  })
}

interface Press {
  id: string
  from: User
  message: Message
  data?: string | undefined
}

/** A press of a button in a group. Others than those of desks may have come there with a card from a chat. */
export function pressInGroup(update: number, { id, from, message, data = '' }: Press): Arrival {
  const read = fromData(data)
  if (read?.flow !== ofDesk) return { kind: 'ignored', what: 'press outside a private chat' }
  const event = { kind: 'press', id, of: read.step, choice: read.choice } as const
  return inGroup({ update, ...placeOf(message), ...who(from), event })
}

interface Change {
  chat: Message['chat']
  from: User
  date?: number | undefined
  new_chat_member: { status: string; is_member?: boolean | undefined }
}

/** The bot was put into a group, taken out, or may do something else there. */
export function memberOfGroup(update: number, change: Change): Arrival {
  const { chat, from, date: sentAt = 0, new_chat_member: member } = change
  const kind = becameOf(member)
  if (!kind) return { kind: 'ignored', what: `member of ${chat.type}` }
  return inGroup({ update, group: chat.id, message: 0, sentAt, ...who(from), event: { kind } })
}

function inGroup(incoming: InGroup): Arrival {
  return { kind: 'group', incoming }
}

/** What somebody wrote or sent; copying shows whether it can be passed on. */
function saidIn(message: Message): GroupEvent | undefined {
  const { text, caption, entities, rich_message: rich } = message
  // A command that is changed was done before.
  const isOld = isOfSomebodyElse(message) || message.edit_date !== undefined
  const command = text === undefined || isOld ? undefined : commandOf(text, entities)
  if (command) return { kind: 'command', ...command }
  const isEdit = message.edit_date !== undefined
  // Where somebody moves to is told again and again; what was copied stands still.
  if (isEdit && 'location' in message) return undefined
  const words = (text ?? caption ?? wordsOfRich(rich))?.trimStart()
  const isInside = words?.startsWith('//')
  // Below a picture, with a gap, or by a change Telegram knows no command.
  const isCommand = words?.startsWith('/') && !isInside
  const not = isCommand ? 'command' : 'poll' in message ? 'poll' : tellsIn(message)
  const { media_group_id: album } = message
  return {
    kind: 'said',
    ...(isInside && { isInside }),
    ...(not && { not }),
    ...(isEdit && { isEdit }),
    ...(album && { album }),
    ...(isAboutElsewhere(message) && { isElsewhere: true }),
  }
}

/** What Telegram writes of a group, as far as it matters. */
function happenedIn(message: Message): GroupEvent | undefined {
  const { left_chat_member: left, migrate_to_chat_id: to } = message
  if (to !== undefined) return { kind: 'moved', to }
  if (left && !left.is_bot) return { kind: 'left', user: left.id }
  if ('forum_topic_closed' in message) return { kind: 'topic', is: 'closed' }
  return 'forum_topic_reopened' in message ? { kind: 'topic', is: 'reopened' } : undefined
}

/** These are true whoever did them: also a bot that watches over a group takes people out. */
const byAnybody: GroupEvent['kind'][] = ['left', 'moved']

/** Telegram names a bot as the sender for administrators who stay hidden and for channels, and says in whose name. */
function isOfBot({ from, sender_chat: name }: Message): boolean {
  return from?.is_bot === true && from.id !== anonymous && name === undefined
}

/** Telegram's GroupAnonymousBot. */
const anonymous = 1_087_968_824

function placeOf({ chat, message_id: message, date: sentAt, ...where }: Message) {
  // Replies outside of topics have a thread too.
  const thread = where.is_topic_message ? where.message_thread_id : undefined
  return { group: chat.id, ...(thread !== undefined && { thread }), message, sentAt }
}

function who(user: User): Pick<InGroup, 'from'> {
  const from = somebodyOf(user)
  return from ? { from } : {}
}

/** Each message of a topic answers the one that opened it, unless it answers another one. */
function replyIn({ reply_to_message: before, message_thread_id: thread }: Message) {
  const isOpening = before && (before.message_id === thread || 'forum_topic_created' in before)
  return isOpening ? undefined : before?.message_id
}

function becameOf({ status, is_member: isMember }: Change['new_chat_member']) {
  if (status === 'left' || status === 'kicked') return 'out'
  if (status === 'restricted') return isMember === false ? 'out' : 'put'
  return status === 'member' || status === 'administrator' ? 'put' : undefined
}
