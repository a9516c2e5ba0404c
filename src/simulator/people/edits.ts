import { isDeepStrictEqual } from 'node:util'
import { changed, tellBot } from '../chats/chats.ts'
import { asCaption, asText } from '../methods/content.ts'
import { isEditable } from '../rooms/editable.ts'
import type { Kept, Room } from '../rooms/rooms.ts'
import { captionText, typedText } from '../text/text.ts'
import { Refusal } from '../wire/refusal.ts'
import type { World } from '../world.ts'

/** As long as Telegram's apps let people change what they wrote. */
const EDITABLE_SECONDS = 48 * 3600

/** Somebody's own message in a chat. */
interface Own {
  by: number
  messageId: number
}

/** Other words: of the text, or below a picture or a file. The same words again are no edit. */
export function edit(world: World, room: Room, own: Own, words: string): void {
  const kept = ownOf(room, own)
  const isOld = world.clock.unix() - kept.message.date > EDITABLE_SECONDS
  if (isOld || !isEditable(kept)) throw new Refusal(400, `message ${own.messageId} can't be edited`)
  const { text, entities, caption, caption_entities, ...rest } = kept.message
  const next = text === undefined ? captioned(words) : asText(typedText(words))
  if (isDeepStrictEqual({ ...rest, ...next }, kept.message)) return
  kept.message = { ...rest, ...next, edit_date: world.clock.unix() }
  kept.isEdited = true
  tellBot(world, room, kept.message, 'edited_message')
  changed(world, room)
}

/** What Telegram tells as an edit though nobody sees one: something changed that is not shown. */
export function touch(world: World, room: Room, own: Own): void {
  tellBot(world, room, ownOf(room, own).message, 'edited_message')
}

function captioned(words: string) {
  return asCaption(captionText({ text: words.toWellFormed() }))
}

function ownOf(room: Room, { by, messageId }: Own): Kept {
  const kept = room.messages.get(messageId)
  if (kept?.message.from.id !== by)
    throw new Refusal(400, `message ${messageId} is not this person's`)
  return kept
}
