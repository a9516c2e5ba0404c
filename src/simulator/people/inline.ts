import { keptOf, postAndTell } from '../chats/chats.ts'
import { ask } from '../chats/inline.ts'
import { asText } from '../methods/content.ts'
import type { Offer, Result } from '../rooms/offers.ts'
import type { GroupRoom, PrivateRoom } from '../rooms/rooms.ts'
import { typedText } from '../text/text.ts'
import { Refusal } from '../wire/refusal.ts'
import type { Draft } from '../wire/telegram.ts'
import { emit, type World } from '../world.ts'
import { enterIfNew } from './in-group.ts'
import { talking } from './standing.ts'

/** A chat to type in: with a friend, without any bot, or a group. Otherwise it is the bot's own. */
export type Where = 'friend' | { id: number }

/** Types words after the bot's name, as `@bot words`, and waits for what the bot offers. */
export async function type(
  world: World,
  { phone }: PrivateRoom,
  words: string,
  where?: Where,
): Promise<Offer | undefined> {
  const group = groupIn(world, where)
  const chatType = group ? group.chat.type : where === 'friend' ? 'private' : 'sender'
  const offer = await ask(world, phone.user, { words, chatType })
  phone.offered = offer && { offer, where }
  return offer
}

/** Sends one of the results into the chat where the words were typed. */
export function choose(world: World, room: PrivateRoom, { id }: Pick<Result, 'id'>): number {
  const { offer, where } = room.phone.offered ?? {}
  const result = offer?.results.find((one) => one.id === id)
  if (!result) throw new Refusal(400, `there is no result ${id}`)
  const content = { ...structuredClone(result.content), via_bot: world.bot }
  if (where === 'friend') return sendFriend(world, room, content)
  const group = groupIn(world, where)
  if (group) enterIfNew(group, room.phone.user)
  else talking(room).phone.hasStarted = true
  const draft = { from: room.phone.user, ...content }
  return postAndTell(world, group ?? room, draft).message.message_id
}

/** Words for a friend. No bot is told of them. */
export function writeFriend(world: World, room: PrivateRoom, text: string): number {
  return sendFriend(world, room, asText(typedText(text)))
}

function sendFriend(world: World, { phone, chat }: PrivateRoom, content: Omit<Draft, 'from'>) {
  const { friend, user: from } = phone
  const message_id = friend.messages.size + 1
  const message = { message_id, date: world.clock.unix(), chat: friend.chat, from, ...content }
  friend.messages.set(message_id, keptOf(world, message))
  emit(world, { type: 'chat', person: chat.id })
  return message_id
}

function groupIn(world: World, where?: Where): GroupRoom | undefined {
  if (where === undefined || where === 'friend') return undefined
  const group = world.groups.get(where.id)
  if (!group) throw new Refusal(404, `there is no group ${where.id}`)
  return group
}
