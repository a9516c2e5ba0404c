import { randomInt } from 'node:crypto'
import type { Room } from '../rooms/rooms.ts'
import { pushUpdate } from '../updates/updates.ts'
import { Refusal } from '../wire/refusal.ts'
import type { Button, User } from '../wire/telegram.ts'
import type { World } from '../world.ts'

/** Telegram forgets a press after this time; no answer is accepted then. */
export const PRESS_SECONDS = 150

/** A tap on a button as the bot is told of it; returns the query's id. The data may be forged. */
export function press(
  world: World,
  room: Room,
  from: User,
  button: { messageId: number; data: string },
): string {
  const id = String(randomInt(2 ** 47))
  const at = world.clock.now().getTime()
  forgetOld(world, at)
  world.presses.set(id, { person: from.id, chat: room.chat.id, at, isAnswered: false })
  const message = room.messages.get(button.messageId)?.message
  const isInline = message?.via_bot?.id === world.bot.id
  const source = { kind: 'callback_query', chat: room.chat.id, queue: `press ${from.id}` } as const
  pushUpdate(world.updates, source, {
    id,
    from,
    chat_instance: String(room.chat.id),
    // A deleted message is shown to bots without its content and date (InaccessibleMessage).
    ...(isInline
      ? { inline_message_id: `${room.chat.id}-${button.messageId}` }
      : { message: message ?? { chat: room.chat, message_id: button.messageId, date: 0 } }),
    data: button.data,
  })
  return id
}

/** Presses the button with this label on the newest message that has it. */
export function tap(world: World, room: Room, from: User, label: string): string {
  const found = findButton(room, label)
  if (found.button.callback_data === undefined) {
    throw new Refusal(400, `the button "${found.button.text}" sends nothing to the bot`)
  }
  return press(world, room, from, { messageId: found.messageId, data: found.button.callback_data })
}

interface Found {
  button: Button
  messageId: number
}

/** By the whole label first, then by a part of it; letters' case does not matter. */
function findButton(room: Room, label: string): Found {
  const wanted = label.trim().toLowerCase()
  const buttons = visibleButtons(room)
  const found =
    buttons.find(({ button }) => button.text.trim().toLowerCase() === wanted) ??
    buttons.find(({ button }) => button.text.toLowerCase().includes(wanted))
  if (found) return found
  const labels = buttons.map(({ button }) => `"${button.text}"`).join(', ')
  throw new Refusal(400, `no button "${label}"; there are: ${labels || 'none'}`)
}

/** Newest message first. */
function visibleButtons(room: Room): Found[] {
  const shown = [...room.messages.values()].filter((kept) => !kept.isHidden).reverse()
  return shown.flatMap(({ message }) =>
    (message.reply_markup?.inline_keyboard.flat() ?? []).map((button) => ({
      button,
      messageId: message.message_id,
    })),
  )
}

function forgetOld(world: World, now: number): void {
  for (const [id, { at }] of world.presses) {
    if (now - at <= PRESS_SECONDS * 1000) return
    world.presses.delete(id)
  }
}
