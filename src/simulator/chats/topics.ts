import type { GroupRoom, Topic } from '../rooms/rooms.ts'
import { badRequest } from '../wire/refusal.ts'
import type { Draft, User } from '../wire/telegram.ts'
import type { World } from '../world.ts'
import { changed, placeIn, postAndTell } from './chats.ts'

const DEFAULT_COLOR = 7322096
const LONGEST_NAME = 128

type Look = Pick<Topic, 'name' | 'icon_color' | 'icon_custom_emoji_id'>

/** A topic of a group, and who does something to it. */
interface Deed {
  room: GroupRoom
  topic: Topic
  from: User
}

export function openTopic(
  world: World,
  room: GroupRoom,
  from: User,
  wish: { name: string } & Partial<Look>,
): Topic {
  checkName(wish.name)
  const look: Look = { icon_color: DEFAULT_COLOR, ...wish }
  const topic: Topic = { id: room.lastMessageId + 1, state: 'open', by: from.id, ...look }
  room.group.topics.set(topic.id, topic)
  tell(world, { room, topic, from }, { forum_topic_created: look })
  return topic
}

export function changeTopic(world: World, deed: Deed, wish: Partial<Look>): void {
  const { topic } = deed
  if (wish.name !== undefined) checkName(wish.name)
  const changes = Object.entries(wish).filter(
    ([key, value]) => value !== Object.entries(topic).find(([name]) => name === key)?.[1],
  )
  if (changes.length === 0) throw badRequest('TOPIC_NOT_MODIFIED')
  Object.assign(topic, Object.fromEntries(changes))
  tell(world, deed, { forum_topic_edited: Object.fromEntries(changes) })
}

export function closeTopic(world: World, deed: Deed): void {
  if (deed.topic.state === 'closed') throw badRequest('TOPIC_NOT_MODIFIED')
  deed.topic.state = 'closed'
  tell(world, deed, { forum_topic_closed: {} })
}

export function reopenTopic(world: World, deed: Deed): void {
  if (deed.topic.state === 'open') throw badRequest('TOPIC_NOT_MODIFIED')
  deed.topic.state = 'open'
  tell(world, deed, { forum_topic_reopened: {} })
}

/** Takes all its messages along. No update tells the bot. */
export function deleteTopic(world: World, { room, topic }: Omit<Deed, 'from'>): void {
  topic.state = 'deleted'
  for (const [id, { message }] of room.messages) {
    if (message.message_thread_id === topic.id) room.messages.delete(id)
  }
  changed(world, room)
}

/** The topic that a method or a person means; it must still be there. */
export function topicOf(room: GroupRoom, id: number): Topic {
  const topic = room.group.topics.get(id)
  if (!topic) throw badRequest('TOPIC_ID_INVALID')
  if (topic.state === 'deleted') throw badRequest('TOPIC_DELETED')
  return topic
}

function checkName(name: string): void {
  if (name.trim() === '') throw badRequest('topic name must be non-empty')
  if (name.length > LONGEST_NAME) throw badRequest('topic name is too long')
}

/** Bots are told of topics' changes even when they made them themselves (telegram-bot-api Client.cpp). */
function tell(world: World, { room, topic, from }: Deed, service: Omit<Draft, 'from'>): void {
  postAndTell(world, room, { from, ...placeIn(room, { thread: topic.id }), ...service })
}
