import * as z from 'zod'
import { forumOf } from '../chats/chats.ts'
import {
  changeTopic,
  closeTopic,
  deleteTopic,
  openTopic,
  reopenTopic,
  topicOf,
} from '../chats/topics.ts'
import { botMay } from '../rooms/membership.ts'
import type { GroupRoom, Right } from '../rooms/rooms.ts'
import { badRequest } from '../wire/refusal.ts'
import type { World } from '../world.ts'
import { ChatId } from './fields.ts'
import { method } from './method.ts'

const OneTopic = z.object({ chat_id: ChatId, message_thread_id: z.int() })
const Icon = { icon_custom_emoji_id: z.string().exactOptional() }

export const createForumTopic = method(
  z.object({ chat_id: ChatId, name: z.string(), icon_color: z.int().exactOptional(), ...Icon }),
  (world, { chat_id, ...look }) => {
    const room = forumOf(world, chat_id)
    checkRight(room, 'can_manage_topics')
    const { id, state: _open, by: _bot, ...shown } = openTopic(world, room, world.bot, look)
    return { message_thread_id: id, ...shown }
  },
)

export const editForumTopic = method(
  OneTopic.extend({ name: z.string().exactOptional(), ...Icon }),
  (world, { chat_id, message_thread_id, ...look }) => {
    changeTopic(world, deed(world, { chat_id, message_thread_id }), look)
    return true
  },
)

export const closeForumTopic = method(OneTopic, (world, fields) => {
  closeTopic(world, deed(world, fields))
  return true
})

export const reopenForumTopic = method(OneTopic, (world, fields) => {
  reopenTopic(world, deed(world, fields))
  return true
})

export const deleteForumTopic = method(OneTopic, (world, fields) => {
  const room = forumOf(world, fields.chat_id)
  checkRight(room, 'can_delete_messages')
  deleteTopic(world, { room, topic: topicOf(room, fields.message_thread_id) })
  return true
})

function deed(world: World, { chat_id, message_thread_id }: z.infer<typeof OneTopic>) {
  const room = forumOf(world, chat_id)
  const topic = topicOf(room, message_thread_id)
  if (topic.by !== world.bot.id) checkRight(room, 'can_manage_topics')
  return { room, topic, from: world.bot }
}

function checkRight({ group }: GroupRoom, right: Right): void {
  if (!botMay(group, right)) throw badRequest('not enough rights to manage topics')
}
