import * as z from 'zod'
import { badRequest, type Refusal } from '../wire/refusal.ts'
import { Button, type Keyboard } from '../wire/telegram.ts'
import { checkedLink } from './link.ts'

const LONGEST_DATA_BYTES = 64
const MOST_BUTTONS = 100
const ABOUT_LOOKS = new Set(['text', 'style', 'icon_custom_emoji_id'])

/** A reply_markup: buttons under the message, or one of the keyboards that replace the phone's. */
export type Markup = z.infer<typeof Markup>
export const Markup = z.looseObject({ inline_keyboard: z.array(z.array(Button)).optional() })

/** The inline keyboard of a markup, checked; undefined if it has no buttons. */
export function keyboardOf(markup: Markup | undefined): Keyboard | undefined {
  const rows = markup?.inline_keyboard?.filter((row) => row.length > 0) ?? []
  if (rows.flat().length > MOST_BUTTONS) throw badRequest('reply markup is too long')
  for (const button of rows.flat()) checkButton(button)
  return rows.length > 0 ? { inline_keyboard: rows } : undefined
}

function checkButton(button: Button): void {
  const actions = Object.keys(button).filter((key) => !ABOUT_LOOKS.has(key))
  if (button.text.trim() === '') throw cannot('the text of a button must not be empty')
  if (actions.length !== 1) throw cannot('a button needs exactly one action')
  const { callback_data: data, url } = button
  if (data !== undefined && !isDataLength(Buffer.byteLength(data))) {
    throw badRequest('BUTTON_DATA_INVALID')
  }
  if (url !== undefined && !checkedLink(url)) throw badRequest('BUTTON_URL_INVALID')
}

function cannot(what: string): Refusal {
  return badRequest(`can't parse inline keyboard button: ${what}`)
}

function isDataLength(bytes: number): boolean {
  return bytes >= 1 && bytes <= LONGEST_DATA_BYTES
}
