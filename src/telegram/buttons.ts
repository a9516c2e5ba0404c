import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { Screen } from '../app/ports/phone.ts'
import type { Notice } from '../app/ports/room.ts'
import type { Words } from '../content/words.ts'
import type { Place, Text } from '../core/turn.ts'
import type { Voice } from '../core/voice.ts'

/** Buttons up to this length may share a row; longer ones would be cut on a narrow phone. */
const shareable = 14

/** What a button carries: the step it belongs to and the choice. At most 64 bytes; review checks it. */
export function toData({ flow, step }: Place, choice: string): string {
  return `${flow}.${step}.${choice}`
}

/** Reads what a press brought; anybody can forge it, so the engine checks it against the person's own step. */
export function fromData(data: string): { flow: string; step: string; choice: string } | undefined {
  const match = /^([A-Za-z0-9-]{1,60})\.([A-Za-z0-9-]{1,60})\.([A-Za-z0-9-]{1,60})$/.exec(data)
  const [, flow, step, choice] = match ?? []
  return flow && step && choice ? { flow, step, choice } : undefined
}

/** The choices, and below them Back, Menu and SOS, always in the same place. Nothing below a kept message. */
export function keyboard(screen: Screen, words: Words, voice: Voice): InlineKeyboardMarkup {
  const { at, choices = [] } = screen
  if (!at) return { inline_keyboard: [] }
  const button = (id: string, label: Text) => ({
    text: words.plain(label, voice),
    callback_data: toData(at, id),
  })
  const always = ['back', 'menu', 'sos'].map((id) => button(id, { key: `common:${id}` }))
  return { inline_keyboard: [...rows(choices.map(({ id, label }) => button(id, label))), always] }
}

/** Stands in a group's buttons where those of a talk have their flow. */
export const ofDesk = 'desk'

/** The choices below what is said in a group, and nothing else. */
export function noticeKeyboard(notice: Notice, words: Words, voice: Voice): InlineKeyboardMarkup {
  const { of = '', choices = [] } = notice
  const buttons = choices.map(({ id, label }) => ({
    text: words.plain(label, voice),
    callback_data: toData({ flow: ofDesk, step: of }, id),
  }))
  return { inline_keyboard: rows(buttons) }
}

/** Two short buttons a row, one long one. */
function rows(buttons: InlineKeyboardButton.CallbackButton[]) {
  const isShort = (button?: InlineKeyboardButton) => button && button.text.length <= shareable
  const found: InlineKeyboardButton.CallbackButton[][] = []
  for (const button of buttons) {
    const last = found.at(-1)
    if (last?.length === 1 && isShort(last[0]) && isShort(button)) last.push(button)
    else found.push([button])
  }
  return found
}
