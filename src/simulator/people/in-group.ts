import { placeIn, postAndTell } from '../chats/chats.ts'
import { ANONYMOUS, enter } from '../chats/presence.ts'
import { press, tap } from '../chats/press.ts'
import { topicOf } from '../chats/topics.ts'
import { asCaption, asText } from '../methods/content.ts'
import type { GroupRoom, Membership } from '../rooms/rooms.ts'
import { type SimMessage, screenOf } from '../rooms/screen.ts'
import { captionText, typedText } from '../text/text.ts'
import { newPhoto } from '../wire/photo.ts'
import { Refusal } from '../wire/refusal.ts'
import type { Draft, User } from '../wire/telegram.ts'
import type { World } from '../world.ts'
import { type Anything, contentOf, originOf } from './anything.ts'
import { edit } from './edits.ts'
import { type Picture, pictureOf } from './pictures.ts'
import { type Sample, sampleOf } from './samples.ts'

/** A person by id, so that the object of another process will do. */
export type Somebody = { id: number }

/** How a member writes. */
export interface Saying {
  replyTo?: number
  /** An administrator hides behind the name of the group. */
  asGroup?: boolean
}

/** What members do with messages. */
export interface Talking {
  /** Whoever writes joins without a word. */
  send(person: Somebody, text: string, threadId?: number, extra?: Saying): number
  sendPhoto(person: Somebody, caption?: string, threadId?: number): number
  sendPicture(person: Somebody, picture: Picture, threadId?: number, extra?: Saying): number
  /** A message of every kind there is, as `Person` sends it. */
  sendAny(person: Somebody, content: Anything, threadId?: number, extra?: Saying): number
  sendSample(person: Somebody, kind: Sample, threadId?: number, extra?: Saying): number
  /** Other words: of a text, or below a picture. */
  edit(person: Somebody, messageId: number, words: string): void
  press(person: Somebody, messageId: number, data: string): string
  tap(person: Somebody, label: string): string
  /** What can be seen in one topic, or in all. */
  messages(threadId?: number): SimMessage[]
}

export function talkIn(world: World, room: GroupRoom): Talking {
  return {
    send: (person, text, thread, how) =>
      say(world, room, { person, thread, how }, asText(typedText(text))),
    sendPhoto: (person, caption = '', thread) => {
      const content = asCaption(captionText({ text: caption.toWellFormed() }))
      return say(world, room, { person, thread }, { photo: newPhoto(world.files), ...content })
    },
    sendPicture: (person, picture, thread, how) =>
      say(
        world,
        room,
        { person, thread, how },
        { ...pictureOf(world, picture), ...originOf(world, picture) },
      ),
    sendAny: (person, content, thread, how) =>
      sendAny(world, room, { person, thread, how }, content),
    sendSample: (person, kind, thread, how) =>
      sendAny(world, room, { person, thread, how }, sampleOf(world, kind)),
    edit: ({ id: by }, messageId, words) => edit(world, room, { by, messageId }, words),
    press: (person, messageId, data) =>
      press(world, room, userOf(world, person), { messageId, data }),
    tap: (person, label) => tap(world, room, userOf(world, person), label),
    messages: (thread) =>
      screenOf(room, world.files).filter((one) => !thread || one.thread === thread),
  }
}

interface Place {
  person: Somebody
  thread: number | undefined
  how?: Saying | undefined
}

function sendAny(world: World, room: GroupRoom, place: Place, given: Anything): number {
  const writer = { chat: room.chat, from: userOf(world, place.person) }
  return say(world, room, place, contentOf(world, writer, given))
}

function say(world: World, room: GroupRoom, place: Place, content: Omit<Draft, 'from'>): number {
  const { person, thread, how: { replyTo, asGroup = false } = {} } = place
  if (room.group.movedTo) throw new Refusal(400, 'the group has become a supergroup')
  const user = userOf(world, person)
  const isMember = enterIfNew(room, user) === 'member'
  const isClosed = thread !== undefined && topicOf(room, thread).state === 'closed'
  if (isClosed && isMember) throw new Refusal(400, 'the topic is closed')
  if (asGroup && isMember) throw new Refusal(400, 'only an administrator can stay hidden')
  const who = asGroup ? { from: ANONYMOUS, sender_chat: room.chat } : { from: user }
  const draft = { ...who, ...placeIn(room, { thread, replyTo }), ...content }
  return postAndTell(world, room, draft).message.message_id
}

/** Whoever writes in a group is in it. */
export function enterIfNew({ group }: GroupRoom, user: User): Membership {
  return group.members.get(user.id) ?? enter(group, user)
}

export function userOf(world: World, { id }: Somebody): User {
  const room = world.people.get(id)
  if (!room) throw new Refusal(404, `there is no person ${id}`)
  return room.phone.user
}
