import { isDeepStrictEqual } from 'node:util'
import { changed, tellBot } from '../chats/chats.ts'
import { asCaption, asText } from '../methods/content.ts'
import { isEditable } from '../rooms/editable.ts'
import type { Kept, PrivateRoom } from '../rooms/rooms.ts'
import { captionText, typedText } from '../text/text.ts'
import { Refusal } from '../wire/refusal.ts'
import type { World } from '../world.ts'
import { talking } from './standing.ts'

/** As long as Telegram's apps let people change what they wrote. */
const EDITABLE_SECONDS = 48 * 3600

/** Other words: of the text, or below a picture or a file. The same words again are no edit. */
export function edit(world: World, room: PrivateRoom, messageId: number, words: string): void {
  const kept = ownOf(room, messageId)
  const isOld = world.clock.unix() - kept.message.date > EDITABLE_SECONDS
  if (isOld || !isEditable(kept)) throw new Refusal(400, `message ${messageId} can't be edited`)
  const { text, entities, caption, caption_entities, ...rest } = kept.message
  const next = text === undefined ? captioned(words) : asText(typedText(words))
  if (isDeepStrictEqual({ ...rest, ...next }, kept.message)) return
  kept.message = { ...rest, ...next, edit_date: world.clock.unix() }
  kept.isEdited = true
  tellBot(world, room, kept.message, 'edited_message')
  changed(world, room)
}

/** What Telegram tells as an edit though nobody sees one: something changed that is not shown. */
export function touch(world: World, room: PrivateRoom, messageId: number): void {
  tellBot(world, room, ownOf(room, messageId).message, 'edited_message')
}

function captioned(words: string) {
  return asCaption(captionText({ text: words.toWellFormed() }))
}

function ownOf(room: PrivateRoom, messageId: number): Kept {
  const kept = talking(room).messages.get(messageId)
  if (!kept || kept.isFromBot) throw new Refusal(400, `message ${messageId} is not this person's`)
  return kept
}
