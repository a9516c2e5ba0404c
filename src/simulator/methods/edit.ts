import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { changed, writableRoomOf } from '../chats/chats.ts'
import type { Kept, Room } from '../rooms/rooms.ts'
import { keyboardOf, Markup } from '../text/keyboard.ts'
import { messageText } from '../text/text.ts'
import { badRequest } from '../wire/refusal.ts'
import { Entity, type Keyboard } from '../wire/telegram.ts'
import type { World } from '../world.ts'
import { asText, type Content } from './content.ts'
import { ChatId } from './fields.ts'
import { method } from './method.ts'

const SAME =
  'message is not modified: specified new message content and reply markup are exactly the same ' +
  'as a current content and reply markup of the message'

/** The shapes let both ids be missing, for messages sent through inline mode; the simulator has none. */
const Editing = z.object({
  chat_id: ChatId.optional(),
  message_id: z.int().optional(),
  reply_markup: Markup.optional(),
})

export const editMessageText = method(
  Editing.extend({
    text: z.string().optional(),
    parse_mode: z.string().optional(),
    entities: z.array(Entity).optional(),
  }),
  (world, fields) => {
    const { room, kept } = editable(world, fields)
    const content = asText(messageText({ ...fields, text: fields.text ?? '' }))
    if (kept.message.text === undefined) throw badRequest('there is no text in the message to edit')
    return edit(world, room, kept, { content, keyboard: keyboardOf(fields.reply_markup) })
  },
)

export const editMessageReplyMarkup = method(Editing, (world, fields) => {
  const { room, kept } = editable(world, fields)
  return edit(world, room, kept, { keyboard: keyboardOf(fields.reply_markup) })
})

/** A bot may edit its own messages at any age. */
function editable(world: World, fields: z.infer<typeof Editing>): { room: Room; kept: Kept } {
  if (fields.chat_id === undefined) throw badRequest('chat_id is empty')
  const room = writableRoomOf(world, fields.chat_id)
  const kept = room.messages.get(fields.message_id ?? 0)
  if (!kept) throw badRequest('message to edit not found')
  if (!kept.isFromBot || kept.isFrozen) throw badRequest("message can't be edited")
  return { room, kept }
}

function edit(
  world: World,
  room: Room,
  kept: Kept,
  change: { content?: Content; keyboard: Keyboard | undefined },
) {
  const { text, entities, reply_markup, ...rest } = kept.message
  const content = change.content ?? {
    ...(text !== undefined && { text }),
    ...(entities && { entities }),
  }
  const next = { ...rest, ...content, ...(change.keyboard && { reply_markup: change.keyboard }) }
  if (isDeepStrictEqual(next, kept.message)) throw badRequest(SAME)
  kept.message = { ...next, edit_date: world.clock.unix() }
  kept.isEdited ||= change.content !== undefined
  changed(world, room)
  return kept.message
}
