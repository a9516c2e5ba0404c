import * as z from 'zod'
import type { Card, Event, Quoted } from '../app/ports/arrival.ts'
import { pictureTypes } from '../core/picture.ts'
import type { Unread } from '../core/turn.ts'
import { known } from './known.ts'
import { photosOfRich, wordsOfRich } from './rich.ts'
import { User } from './user.ts'

export const Chat = z.object({ id: z.int(), type: z.string() })
const Entities = z.array(
  z.object({ type: z.string(), offset: z.number(), length: z.number(), url: known(z.string()) }),
)

const file = { file_id: z.string(), file_size: z.number().optional() }
const Sizes = z.array(z.object(file)).nonempty()
const titled = z.object({ title: z.string(), description: z.string() })

/** What people send, with the words that stand in it; Bot API 10.3. */
const holdings = {
  text: z.string().optional(),
  caption: known(z.string()),
  rich_message: z.unknown().optional(),
  photo: known(Sizes),
  live_photo: known(z.object({ photo: known(Sizes) })),
  document: known(z.object({ ...file, mime_type: z.string().optional() })),
  contact: known(
    z.object({
      first_name: z.string(),
      last_name: z.string().optional(),
      user_id: known(z.int()),
    }),
  ),
  location: known(z.object({ live_period: known(z.int()) })),
  venue: known(z.object({ title: z.string(), address: z.string() })),
  poll: known(
    z.object({
      question: z.string(),
      description: known(z.string()),
      options: z.array(z.object({ text: z.string() })).catch([]),
    }),
  ),
  checklist: known(
    z.object({ title: z.string(), tasks: z.array(z.object({ text: z.string() })).catch([]) }),
  ),
  sticker: known(z.object({ emoji: z.string() })),
  invoice: known(titled),
  game: known(titled),
}
type Holdings = z.infer<z.ZodObject<typeof holdings>>

/** What somebody answers to. */
const Answered = z.looseObject({
  ...holdings,
  message_id: known(z.int()),
  from: known(User),
  forward_origin: z.unknown().optional(),
})

/** With all that it holds: the names of what we do not read tell who made it. */
export const Message = z.looseObject({
  ...holdings,
  message_id: z.int(),
  date: z.int(),
  edit_date: known(z.int()),
  chat: Chat,
  from: User.optional(),
  message_thread_id: known(z.int()),
  is_topic_message: known(z.boolean()),
  left_chat_member: known(User),
  migrate_to_chat_id: known(z.int()),
  media_group_id: known(z.string()),
  entities: known(Entities),
  caption_entities: known(Entities),
  // Whatever it is like, somebody else may have written the words.
  forward_origin: z
    .looseObject({ sender_user: known(User) })
    .nullish()
    .catch({}),
  quote: known(z.object({ text: z.string() })),
  reply_to_message: known(Answered),
  external_reply: known(z.looseObject(holdings)),
  via_bot: z
    .object({ id: z.int(), username: known(z.string()) })
    .optional()
    .catch({ id: 0 }),
  reply_markup: known(
    z.object({ inline_keyboard: z.array(z.array(z.object({ url: z.string().optional() }))) }),
  ),
})
export type Message = z.infer<typeof Message>

/**
 * What a message says. What is passed on is never a command, nor a cry of who passes it on, unless they wrote it themselves; what a
 * bot wrote for them is not their own either.
 */
export function toEvent(message: Message): Event {
  const { text, caption, media_group_id: album } = message
  const isTheirs = isOfSomebodyElse(message)
  const command = isTheirs ? undefined : commandIn(message)
  if (command) return command
  const quoted = quotedIn(message)
  const isElsewhere = isAboutElsewhere(message)
  const beside = {
    ...(isTheirs && { isTheirs }),
    ...(quoted && { quoted }),
    ...(isElsewhere && { isElsewhere }),
  }
  const rich = wordsOfRich(message.rich_message)
  const below = caption ?? rich ?? text
  const picture = pictureIn(message)
  if (picture)
    return { ...picture, ...(below && { caption: below }), ...(album && { album }), ...beside }
  const holds = holdingIn(message)
  const words = text ?? rich ?? listIn(message) ?? message.sticker?.emoji
  const card = cardIn(message)
  if (words !== undefined && !isBareLink(message))
    return {
      kind: 'text',
      text: words,
      ...(holds && { holds }),
      ...(card && { card }),
      ...beside,
    }
  return {
    kind: 'media',
    holds: holds ?? 'other',
    ...(caption && { caption }),
    ...(album && { album }),
    ...(message.location?.live_period !== undefined && { isLive: true }),
    ...beside,
  }
}

/** Passed on, and not by who wrote it; or a bot wrote it for them. */
export function isOfSomebodyElse({ from, forward_origin: origin, via_bot: by }: Message): boolean {
  const isOwn = from !== undefined && origin?.sender_user?.id === from.id
  return by !== undefined || (origin !== undefined && origin !== null && !isOwn)
}

/**
 * What an edited message says now; undefined: nothing that could be meant. A picture with words below it was read before, and so was
 * one that it answers to; one without has taken the place of something.
 */
export function toEdited({ external_reply: elsewhere, ...message }: Message): Event | undefined {
  const { caption, rich_message: rich } = message
  const words = message.text ?? wordsOfRich(rich) ?? listIn(message)
  const quoted = elsewhere && { external_reply: { ...elsewhere, ...noPicture } }
  if (caption === undefined && words === undefined)
    return fileIn(message) && toEvent({ ...message, ...quoted })
  const { photo: _, live_photo: _1, document: _2, rich_message: _3, ...bare } = message
  const event = toEvent({ ...bare, ...quoted, text: words })
  const isBelow = caption !== undefined && event.kind === 'media'
  return isBelow ? { ...event, isBelow } : event
}

const noPicture = {
  photo: undefined,
  live_photo: undefined,
  document: undefined,
  rich_message: undefined,
}

/** It answers to what stands somewhere else: in another chat, in another topic, in a story. A copy does not bring that along. */
export function isAboutElsewhere(message: Message): boolean {
  return message.external_reply !== undefined || 'reply_to_story' in message
}

/** What the button of a bot's card leads to. */
function cardIn({ via_bot: by, reply_markup: markup }: Message): Card | undefined {
  if (!by?.username) return undefined
  const urls = markup?.inline_keyboard.flat().flatMap(({ url }) => url ?? []) ?? []
  const start = `https://t.me/${by.username}?start=`
  const link = urls.find((url) => url.startsWith(start))
  return link === undefined ? undefined : { of: by.id, opens: link.slice(start.length) }
}

/** Also below a picture: who writes `/forget` there means it. */
function commandIn({ text, caption = '', entities, caption_entities: below }: Message) {
  const command = text === undefined ? commandOf(caption, below) : commandOf(text, entities)
  if (!command) return undefined
  const { name, words: payload } = command
  return { kind: 'command', name, ...(payload && { payload }) } as const
}

/** `/take@our_bot now`: its name, whom it is for, and what follows it. */
export function commandOf(text: string, marks: Message['entities']) {
  const mark = marks?.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  if (!mark) return undefined
  const [name = '', to] = text.slice(1, mark.length).toLowerCase().split('@')
  return { name, words: text.slice(mark.length).trim(), ...(to && { to }) }
}

/** A photo in its largest size, or a file of a picture; also in what is answered to in another chat. */
function pictureIn({ external_reply: elsewhere, ...message }: Message) {
  const one = fileIn(message) ?? (elsewhere && fileIn(elsewhere))
  return one && ({ kind: 'picture', ...one } as const)
}

function fileIn({ photo, live_photo: live, document, rich_message: rich }: Holdings) {
  const sizes = photo ?? live?.photo ?? Sizes.safeParse(photosOfRich(rich)[0]).data
  const isPicture = document?.mime_type?.startsWith('image/')
  const one = sizes?.at(-1) ?? (isPicture ? document : undefined)
  if (!one) return undefined
  const isStrange = !sizes && !pictureTypes.some((type) => type === document?.mime_type)
  const { file_id: file, file_size: bytes } = one
  return { file, ...(bytes !== undefined && { bytes }), ...(isStrange && { isStrange }) }
}

/** What somebody answers to. Ours is no word of theirs: they know that we know it. */
function quotedIn(message: Message): Quoted | undefined {
  const { from, quote, reply_to_message: before, external_reply: elsewhere } = message
  const told = toldIn(message)
  if (told) return { text: told, isTheirs: true }
  if (before?.from?.is_bot) return undefined
  const answered = before ?? elsewhere
  const text = quote?.text ?? (answered && (writtenIn(answered) ?? toldIn(answered)))
  const isOwn = from !== undefined && before?.from?.id === from.id && !before.forward_origin
  if (!text) return undefined
  return { text, ...(!isOwn && { isTheirs: true }), ...(before && { isHere: true }) }
}

function writtenIn(message: Holdings) {
  const { text, caption, rich_message: rich } = message
  return text ?? caption ?? wordsOfRich(rich) ?? listIn(message)
}

/** Words that somebody put into a form: the points of a list are the writer's own. */
function listIn({ checklist }: Holdings): string | undefined {
  return checklist && linesOf([checklist.title, ...checklist.tasks.map(({ text }) => text)])
}

/** Words in what somebody shows: a poll, a place, a bill. Of a contact only numbers, because a name says nothing. */
function toldIn({ poll, venue, invoice, game, contact }: Holdings): string | undefined {
  const name = contact && linesOf([contact.first_name, contact.last_name])
  const bill = invoice ?? game
  if (poll)
    return linesOf([poll.question, poll.description, ...poll.options.map(({ text }) => text)])
  if (venue) return linesOf([venue.title, venue.address])
  if (bill) return linesOf([bill.title, bill.description])
  return name && /\d{4}/.test(name) ? name : undefined
}

function linesOf(lines: (string | undefined)[]): string | undefined {
  return lines.filter(Boolean).join('\n') || undefined
}

const recordings = ['voice', 'audio', 'video', 'video_note', 'animation', 'live_photo'] as const

/** What it holds that we do not read. */
function holdingIn(message: Message): Unread | undefined {
  // Also one that is not as we know it.
  const has = (name: string) => name in message
  if (has('contact') || marked(message, contactMarks)) return 'contact'
  if (has('location') || has('venue')) return 'place'
  if (recordings.some(has) || isPlayed(message)) return 'recording'
  if (has('document')) return 'file'
  if (has('sticker')) return 'other'
  return marked(message, linkMarks) ? 'link' : undefined
}

/** A film or a sound that was sent as a file. */
function isPlayed({ document }: Message): boolean {
  return /^(video|audio)\//.test(document?.mime_type ?? '')
}

const linkMarks = ['url', 'text_link', 'mention']
const contactMarks = ['phone_number', 'email']

function marked({ entities = [] }: Message, types: string[]): boolean {
  return entities.some(({ type }) => types.includes(type))
}

/** Nothing but where something stands. `zalando.de` may be the name of a firm. */
function isBareLink({ text = '', entities = [] }: Message): boolean {
  const links = entities.filter(({ type }) => linkMarks.includes(type))
  const isAddress = links.some(({ type, offset, length }) =>
    type === 'url' ? text.slice(offset, offset + length).includes('/') : true,
  )
  let rest = text
  for (const { type, offset, length } of links.toReversed())
    if (type !== 'text_link') rest = rest.slice(0, offset) + rest.slice(offset + length)
  return isAddress && !/[\p{L}\p{N}]/u.test(rest)
}
