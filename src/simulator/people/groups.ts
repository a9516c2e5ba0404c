import { placeIn, postAndTell } from '../chats/chats.ts'
import { ANONYMOUS, enter, join, leave, setBot } from '../chats/presence.ts'
import { press, tap } from '../chats/press.ts'
import { closeTopic, deleteTopic, openTopic, reopenTopic, topicOf } from '../chats/topics.ts'
import { asCaption, asText } from '../methods/content.ts'
import type { GroupRoom, Membership, Topic } from '../rooms/rooms.ts'
import { type SimMessage, screenOf } from '../rooms/screen.ts'
import { captionText, typedText } from '../text/text.ts'
import { newPhoto } from '../wire/photo.ts'
import { Refusal } from '../wire/refusal.ts'
import type { Draft, User } from '../wire/telegram.ts'
import { emit, type World } from '../world.ts'

/** Ids of supergroups are negative and begin with -100. */
const FIRST_ID = -1_002_000_000_001

/** A person by id, so that the object of another process will do. */
export type Somebody = { id: number }

/** A supergroup; with `forum`, one with topics. */
export interface SimGroup {
  id: number
  title: string
  forum: boolean
  /** Who is in it; the first is its owner. */
  readonly members: { id: number; name: string; status: Membership }[]
  join(person: Somebody, status?: 'administrator' | 'member'): void
  leave(person: Somebody): void
  /** Whoever writes joins without a word. */
  send(person: Somebody, text: string, threadId?: number, extra?: { replyTo?: number }): number
  sendPhoto(person: Somebody, caption?: string, threadId?: number): number
  press(person: Somebody, messageId: number, data: string): string
  tap(person: Somebody, label: string): string
  /** What can be seen in one topic, or in all. */
  messages(threadId?: number): SimMessage[]
  topics(): Topic[]
  openTopic(person: Somebody, name: string): number
  closeTopic(person: Somebody, threadId: number): void
  reopenTopic(person: Somebody, threadId: number): void
  deleteTopic(threadId: number): void
  /** As an administrator who may manage topics, unless said otherwise. */
  addBot(extra?: { by?: Somebody; status?: 'administrator' | 'member' }): void
  removeBot(extra?: { by?: Somebody }): void
}

export function newGroup(
  world: World,
  { title, forum = false }: { title: string; forum?: boolean },
) {
  const id = FIRST_ID - world.groups.size
  const room: GroupRoom = {
    chat: { id, type: 'supergroup', title, ...(forum && { is_forum: true }) },
    messages: new Map(),
    lastMessageId: 0,
    group: { members: new Map(), topics: new Map(), bot: 'left' },
  }
  world.groups.set(id, room)
  emit(world, { type: 'group', group: id })
  return room
}

export function groupOf(world: World, room: GroupRoom): SimGroup {
  const { chat } = room
  return {
    ...talk(world, room),
    ...topicsOf(world, room),
    id: chat.id,
    title: chat.title ?? '',
    forum: chat.is_forum ?? false,
    get members() {
      return membersOf(world, room)
    },
    join: (person, status) => join(world, room, { user: userOf(world, person), status }),
    leave: (person) => leave(world, room, userOf(world, person)),
    addBot: ({ by, status = 'administrator' } = {}) =>
      setBot(world, room, { from: by ? userOf(world, by) : ANONYMOUS, status }),
    removeBot: ({ by } = {}) =>
      setBot(world, room, { from: by ? userOf(world, by) : ANONYMOUS, status: 'kicked' }),
  }
}

type Talking = Pick<SimGroup, 'send' | 'sendPhoto' | 'press' | 'tap' | 'messages'>

function talk(world: World, room: GroupRoom): Talking {
  return {
    send: (person, text, thread, { replyTo } = {}) =>
      say(world, room, { person, thread, replyTo }, asText(typedText(text))),
    sendPhoto: (person, caption = '', thread) => {
      const content = asCaption(captionText({ text: caption.toWellFormed() }))
      const photo = newPhoto(world.files)
      return say(world, room, { person, thread, replyTo: undefined }, { photo, ...content })
    },
    press: (person, messageId, data) =>
      press(world, room, userOf(world, person), { messageId, data }),
    tap: (person, label) => tap(world, room, userOf(world, person), label),
    messages: (thread) =>
      screenOf(room, world.files).filter((one) => !thread || one.thread === thread),
  }
}

type Topics = Pick<SimGroup, 'topics' | 'openTopic' | 'closeTopic' | 'reopenTopic' | 'deleteTopic'>

function topicsOf(world: World, room: GroupRoom): Topics {
  const deed = (person: Somebody, threadId: number) => {
    return { room, topic: topicOf(room, threadId), from: userOf(world, person) }
  }
  return {
    topics: () => [...room.group.topics.values()].map((topic) => ({ ...topic })),
    openTopic: (person, name) => openTopic(world, room, userOf(world, person), { name }).id,
    closeTopic: (person, threadId) => closeTopic(world, deed(person, threadId)),
    reopenTopic: (person, threadId) => reopenTopic(world, deed(person, threadId)),
    deleteTopic: (threadId) => deleteTopic(world, { room, topic: topicOf(room, threadId) }),
  }
}

interface Place {
  person: Somebody
  thread: number | undefined
  replyTo: number | undefined
}

function say(world: World, room: GroupRoom, place: Place, content: Omit<Draft, 'from'>): number {
  const from = userOf(world, place.person)
  const status = enterIfNew(room, from)
  const isClosed = place.thread && topicOf(room, place.thread).state === 'closed'
  if (isClosed && status === 'member') throw new Refusal(400, 'the topic is closed')
  return postAndTell(world, room, { from, ...placeIn(room, place), ...content }).message.message_id
}

/** Whoever writes in a group is in it. */
export function enterIfNew({ group }: GroupRoom, user: User): Membership {
  return group.members.get(user.id) ?? enter(group, user)
}

function membersOf(world: World, { group }: GroupRoom): SimGroup['members'] {
  return [...group.members].map(([id, status]) => {
    return { id, status, name: userOf(world, { id }).first_name }
  })
}

function userOf(world: World, { id }: Somebody): User {
  const room = world.people.get(id)
  if (!room) throw new Refusal(404, `there is no person ${id}`)
  return room.phone.user
}
