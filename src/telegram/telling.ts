import type { Message } from './message.ts'
import { linksOfRich, wordsOfRich } from './rich.ts'

/** More than any message of Telegram's holds. */
const all = 40_000

/**
 * What in a message says who wrote it, although a copy names nobody: somebody is mentioned by a link, or the writer's own name
 * stands in it. A name in another form of its language is not seen.
 */
export function tellsIn(message: Message): 'mention' | 'name' | undefined {
  const words = wordsIn(message)
  if (isMention(message) || [words, ...linksIn(message)].some(leadsToSomebody)) return 'mention'
  const said = new Set(split(words))
  const { contact, from } = message
  if (contact?.user_id !== undefined && contact.user_id === from?.id) return 'name'
  return namesOf(message).some((name) => said.has(name)) ? 'name' : undefined
}

/** Who stays hidden has the name of a bot, which tells nothing. */
function namesOf({ from }: Message): string[] {
  if (!from || from.is_bot) return []
  const { first_name: first, last_name: last, username } = from
  return split([first, last, username].join(' ')).filter(isLong)
}

/** All words that a person can put into a message. */
function wordsIn({ text, caption, rich_message: rich, checklist, venue, contact }: Message) {
  const tasks = checklist?.tasks.map((one) => one.text) ?? []
  return [
    ...[text, caption, wordsOfRich(rich, all), checklist?.title, ...tasks],
    ...[venue?.title, venue?.address, contact?.first_name, contact?.last_name],
  ].join('\n')
}

function isMention({ entities = [], caption_entities: below = [] }: Message): boolean {
  return [...entities, ...below].some(({ type }) => type === 'mention' || type === 'text_mention')
}

function linksIn({ entities = [], caption_entities: below = [], rich_message: rich }: Message) {
  return [...entities, ...below].flatMap(({ url }) => url ?? []).concat(linksOfRich(rich))
}

/** Also in a list of things to do, where Telegram marks nothing. */
function leadsToSomebody(words: string): boolean {
  return /(?<![\w.@-])(?:t|telegram)\.(?:me|dog)\/|tg:\/\/(?:user|resolve)|(?<![\w@/.])@[a-z]\w{3}/i.test(
    words,
  )
}

/** Words in small letters; letters that only look different are the same. */
function split(words: string): string[] {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}_]+/u)
}

/** Shorter names are words of their own in too many languages. */
function isLong(name: string): boolean {
  return (name.match(/\p{L}/gu)?.length ?? 0) >= 3
}
