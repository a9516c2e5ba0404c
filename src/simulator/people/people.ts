import { changed, pin, postAndTell, remove } from '../chats/chats.ts'
import { press, tap } from '../chats/press.ts'
import { asCaption, asText } from '../methods/content.ts'
import { changeOfBot } from '../rooms/membership.ts'
import type { Offer, Result } from '../rooms/offers.ts'
import type { PrivateRoom } from '../rooms/rooms.ts'
import { type SimMessage, screenOf } from '../rooms/screen.ts'
import { captionText, typedText } from '../text/text.ts'
import { pushUpdate } from '../updates/updates.ts'
import { newPhoto } from '../wire/photo.ts'
import type { Draft, User } from '../wire/telegram.ts'
import { emit, type World } from '../world.ts'
import { type Anything, contentOf, type Way, wayOf } from './anything.ts'
import { edit, touch } from './edits.ts'
import { choose, type, type Where, writeFriend } from './inline.ts'
import { type Picture, pictureOf } from './pictures.ts'
import { type Sample, sampleOf } from './samples.ts'
import { standing, talking } from './standing.ts'

/** Above 32 bits, as many real ids are. */
const FIRST_ID = 5_000_000_001

/** Somebody with a phone who talks to the bot. */
export interface Person {
  id: number
  name: string
  language: string
  send(text: string, way?: Way): number
  /** A message of every kind there is: `{ contact: { phone_number: '1', first_name: 'Jan' } }`. */
  sendAny(content: Anything, way?: Way): number
  /** A message of this kind with something sensible in it. */
  sendSample(kind: Sample, way?: Way): number
  /** A photo without a file: the bot learns that it came, and getFile has nothing of it. */
  sendPhoto(caption?: string): number
  sendPicture(picture: Picture): number
  /** `/start`, as a link or a button of the bot begins its chat. */
  start(parameter?: string): number
  /** Types `@bot words` and waits for what the bot offers; undefined if it does not answer. */
  types(words: string, where?: Where): Promise<Offer | undefined>
  /** Sends a result of what was offered last, into the chat where the words were typed. */
  chooses(result: Pick<Result, 'id'>): number
  /** Writes to a friend, in a chat without any bot. */
  writeFriend(text: string): number
  friend(): SimMessage[]
  /** Other words: of a text, or below a picture. */
  edit(messageId: number, words: string): void
  /** An edit that nobody sees, with nothing new in it. */
  touch(messageId: number): void
  pin(messageId: number): void
  press(messageId: number, data: string): string
  tap(label: string): string
  block(): void
  unblock(): void
  /** On the phone only, unless for both. */
  delete(messageId: number, extra?: { forBoth?: boolean }): void
  chat(): SimMessage[]
  alerts(): { text: string; alert: boolean }[]
}

/** How somebody is called, which language their Telegram speaks, whether they pay it for more. */
export interface Wish {
  name?: string
  lastName?: string
  username?: string
  language?: string
  premium?: boolean
}

export function newPerson(world: World, wish: Wish): PrivateRoom {
  const id = FIRST_ID + world.people.size
  const { name = `Person ${world.people.size + 1}`, language = 'en', premium = false } = wish
  const { lastName, username } = wish
  const paid = premium && ({ is_premium: true } as const)
  const called = {
    first_name: name,
    ...(lastName && { last_name: lastName }),
    ...(username && { username }),
  }
  const user: User = { id, is_bot: false, ...called, language_code: language, ...paid }
  const room: PrivateRoom = {
    chat: { id, type: 'private', ...called },
    messages: new Map(),
    phone: { user, hasStarted: false, hasBlocked: false, alerts: [], friend: newFriend() },
  }
  world.people.set(id, room)
  emit(world, { type: 'people' })
  return room
}

function newFriend(): PrivateRoom['phone']['friend'] {
  return { chat: { id: 1, type: 'private', first_name: 'A friend' }, messages: new Map() }
}

export function personOf(world: World, room: PrivateRoom): Person {
  const { user, alerts } = room.phone
  return {
    id: user.id,
    name: user.first_name,
    language: user.language_code ?? 'en',
    send: (text, way) =>
      send(world, room, { ...asText(typedText(text)), ...wayOf(world, room, way) }),
    sendAny: (content, way) => sendAny(world, room, content, way),
    sendSample: (kind, way) => sendAny(world, room, sampleOf(world, kind), way),
    sendPhoto: (caption = '') => sendPhoto(world, room, caption),
    sendPicture: (picture) => sendPicture(world, room, picture),
    start: (parameter = '') => send(world, room, asText(typedText(`/start ${parameter}`))),
    types: (words, where) => type(world, room, words, where),
    chooses: (result) => choose(world, room, result),
    writeFriend: (text) => writeFriend(world, room, text),
    friend: () => screenOf(room.phone.friend, world.files),
    edit: (messageId, words) => edit(world, talking(room), { by: user.id, messageId }, words),
    touch: (messageId) => touch(world, talking(room), { by: user.id, messageId }),
    pin: (messageId) => pin(world, talking(room), { kept: standing(room, messageId), by: user }),
    press: (messageId, data) => press(world, talking(room), user, { messageId, data }),
    tap: (label) => tap(world, talking(room), user, label),
    block: () => setBlocked(world, room, true),
    unblock: () => setBlocked(world, room, false),
    delete: (messageId, extra) => forget(world, room, messageId, extra?.forBoth ?? false),
    chat: () => screenOf(room, world.files),
    alerts: () => [...alerts],
  }
}

function send(world: World, room: PrivateRoom, content: Omit<Draft, 'from'>): number {
  talking(room).phone.hasStarted = true
  return postAndTell(world, room, { from: room.phone.user, ...content }).message.message_id
}

function sendAny(world: World, room: PrivateRoom, content: Anything, way?: Way): number {
  const draft = contentOf(world, { chat: room.chat, from: room.phone.user }, content)
  return send(world, room, { ...draft, ...wayOf(world, room, way) })
}

function sendPhoto(world: World, room: PrivateRoom, caption: string): number {
  const content = asCaption(captionText({ text: caption.toWellFormed() }))
  return send(world, room, { photo: newPhoto(world.files), ...content })
}

function sendPicture(world: World, room: PrivateRoom, picture: Picture): number {
  talking(room)
  const { forwarded = false } = picture
  return send(world, room, { ...pictureOf(world, picture), ...wayOf(world, room, { forwarded }) })
}

function forget(world: World, room: PrivateRoom, messageId: number, isForBoth: boolean): void {
  standing(room, messageId).isHidden = true
  if (isForBoth) remove(world, room, messageId)
  else changed(world, room)
}

function setBlocked(world: World, room: PrivateRoom, hasBlocked: boolean): void {
  const { phone, chat } = room
  if (phone.hasBlocked === hasBlocked) return
  phone.hasBlocked = hasBlocked
  const about = { bot: world.bot, chat, from: phone.user, date: world.clock.unix() }
  const [before, after] = hasBlocked
    ? (['member', 'kicked'] as const)
    : (['kicked', 'member'] as const)
  const source = { kind: 'my_chat_member', chat: chat.id, queue: `member ${chat.id}` } as const
  pushUpdate(world.updates, source, changeOfBot(about, { status: before }, { status: after }))
  emit(world, { type: 'people' })
}
