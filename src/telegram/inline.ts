import type { InlineQueryResultArticle } from 'grammy/types'
import type { Api } from 'grammy/web'
import type { Phone } from '../app/ports/phone.ts'
import type { Words } from '../content/words.ts'
import type { InlineCard } from '../core/cards/inline.ts'
import type { Voice } from '../core/voice.ts'
import { unless } from './call.ts'
import { askOwnName } from './own-name.ts'

/** The answer to what somebody types behind the bot's name: their own, never shown again without asking us. */
const theirs = { is_personal: true, cache_time: 0 } as const

/** Answers with a card in each of these languages. Who has typed on is not waiting any more, so an answer too late is none. */
export function createOffer(api: Api, words: Words): Phone['offer'] {
  const askName = askOwnName(api)
  const ownName = () => askName().catch(() => undefined)
  return async (query, card, voices) => {
    const name = card && (await ownName())
    const [first] = voices
    const enter = card &&
      first && {
        button: { text: words.plain(card.enter, first), start_parameter: card.flow },
      }
    // Without a name there is no link, and a card that leads nowhere helps nobody.
    const cards = card && name ? voices.map((voice) => toArticle(card, voice, { words, name })) : []
    await unless(
      api.answerInlineQuery(query, cards, { ...theirs, ...enter }),
      /query is too old|query ID is invalid/,
    )
  }
}

function toArticle(
  card: InlineCard,
  voice: Voice,
  { words, name }: { words: Words; name: string },
): InlineQueryResultArticle {
  const url = `https://t.me/${name}?start=${card.flow}`
  const titled = { language: { key: 'name:own-language' }, title: card.title }
  return {
    type: 'article',
    id: voice.language,
    title: words.plain({ key: 'inline:listed', vars: titled }, voice),
    description: words.plain({ key: 'inline:sends' }, voice),
    input_message_content: {
      message_text: words.html(card.text, voice),
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    },
    reply_markup: { inline_keyboard: [[{ text: words.plain(card.open, voice), url }]] },
  }
}
