import { type Api, GrammyError, HttpError } from 'grammy/web'
import type { Address, Phone, Screen } from '../app/ports/phone.ts'
import { Busy, Gone } from '../app/trouble.ts'
import type { Words } from '../content/words.ts'
import { cut } from '../core/cut.ts'
import { keyboard } from './buttons.ts'

/** Telegram deletes at most so many messages in one request. */
const erasedAtOnce = 100

/** Telegram's limit for the word over a press. */
const toastLength = 200

/** The way to a person's phone through the Bot API. */
export function createPhone(api: Api, words: Words): Phone {
  return {
    send: async (to, screen) => {
      const sent = await call(
        api.sendMessage(to.chat, html(screen, to, words), options(screen, to, words)),
      )
      return sent.message_id
    },
    edit: (to, message, screen) =>
      edited(
        api.editMessageText(to.chat, message, html(screen, to, words), options(screen, to, words)),
      ),
    strip: async (chat, message) => {
      await edited(api.editMessageReplyMarkup(chat, message))
    },
    answer: async (press, voice, toast) => {
      const text = toast && cut(words.plain(toast, voice), toastLength)
      await unless(
        api.answerCallbackQuery(press, text ? { text } : {}),
        /query is too old|query ID is invalid/,
      )
    },
    erase: (chat, messages) => erase(api, chat, messages),
    leave: async (to) => {
      await unless(
        api.sendMessage(to.chat, html({ text: { key: 'common:no-groups' } }, to, words)),
        /./,
      )
      await unless(api.leaveChat(to.chat), /./)
    },
  }
}

function html({ text, progress, hint }: Screen, { voice }: Address, words: Words): string {
  const parts = [words.html(text, voice)]
  if (progress) {
    const { at, of } = progress
    const title = { key: `${text.key.split(':')[0]}:title` }
    parts.unshift(words.html({ key: 'common:progress', vars: { title, at, of } }, voice))
  }
  if (hint) parts.unshift(words.html(hint, voice))
  return parts.join('\n\n')
}

function options(screen: Screen, { voice }: Address, words: Words) {
  return {
    parse_mode: 'HTML' as const,
    reply_markup: keyboard(screen, words, voice),
    link_preview_options: { is_disabled: true },
  }
}

async function erase(api: Api, chat: number, messages: number[]): Promise<number[]> {
  const stayed: number[] = []
  for (let from = 0; from < messages.length; from += erasedAtOnce) {
    stayed.push(...(await eraseBatch(api, chat, messages.slice(from, from + erasedAtOnce))))
  }
  return stayed
}

/** All or nothing: one message that is too old fails the whole request, so then each half is tried. */
async function eraseBatch(api: Api, chat: number, batch: number[]): Promise<number[]> {
  if (await unless(api.deleteMessages(chat, batch), /Bad Request/)) return []
  if (batch.length === 1) return batch
  const half = Math.ceil(batch.length / 2)
  const newer = await eraseBatch(api, chat, batch.slice(0, half))
  return [...newer, ...(await eraseBatch(api, chat, batch.slice(half)))]
}

/** True when the message is now as wanted, false when it can no longer be changed. */
async function edited(request: Promise<unknown>): Promise<boolean> {
  try {
    await call(request)
    return true
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error
    if (error.description.includes('message is not modified')) return true
    if (
      /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/.test(error.description)
    )
      return false
    throw error
  }
}

/** False where Telegram refuses for a reason that we expect and need not mend. */
async function unless(request: Promise<unknown>, expected: RegExp): Promise<boolean> {
  try {
    await call(request)
    return true
  } catch (error) {
    if (error instanceof GrammyError && expected.test(error.description)) return false
    throw error
  }
}

/** Sorts Telegram's refusals: wait, gone for good, or our own mistake. */
async function call<Answer>(request: Promise<Answer>): Promise<Answer> {
  try {
    return await request
  } catch (error) {
    if (error instanceof HttpError) throw new Busy(1, 'Telegram could not be reached')
    if (!(error instanceof GrammyError)) throw error
    if (error.error_code === 429)
      throw new Busy(error.parameters.retry_after ?? 1, 'Telegram asks to wait')
    if (error.error_code >= 500) throw new Busy(1, 'Telegram is in trouble')
    if (error.error_code === 403 || isNowhere(error)) throw new Gone('the person cannot be reached')
    throw error
  }
}

function isNowhere({ error_code, description }: GrammyError) {
  return error_code === 400 && /chat not found|user is deactivated/.test(description)
}
