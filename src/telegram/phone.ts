import type { Api } from 'grammy/web'
import type { Address, Phone, Screen } from '../app/ports/phone.ts'
import type { Words } from '../content/words.ts'
import { keyboard } from './buttons.ts'
import { answered, call, edited, unless, unlessRefused } from './call.ts'
import { createOffer } from './inline.ts'

/** Telegram deletes at most so many messages in one request. */
const erasedAtOnce = 100

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
    answer: (press, voice, toast) =>
      answered(api, press, toast && { text: words.plain(toast, voice) }),
    erase: (chat, messages) => erase(api, chat, messages),
    leave: async (to) => {
      const why = html({ text: { key: 'common:no-groups' } }, to, words)
      await unlessRefused(api.sendMessage(to.chat, why))
      await unlessRefused(api.leaveChat(to.chat))
    },
    offer: createOffer(api, words),
  }
}

function html(
  { text, at: place, progress, hint }: Screen,
  { voice }: Address,
  words: Words,
): string {
  const parts = [words.html(text, voice)]
  if (progress) {
    const { at, of } = progress
    const title = { key: `${place?.flow ?? text.key.split(':')[0]}:title` }
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
