import { badRequest } from '../wire/refusal.ts'
import type { Entity } from '../wire/telegram.ts'
import { type Formatted, parseHtml } from './html.ts'
import { checkedLink } from './link.ts'

const LONGEST_TEXT = 4096
export const LONGEST_CAPTION = 1024
/** For who pays Telegram. */
const LONGEST_PAID_CAPTION = 4096
/** Telegram ignores the formatting beyond. */
const MOST_ENTITIES = 100

/** Inside these Telegram looks for nothing more. */
const CLOSED = new Set(['code', 'pre', 'text_link', 'text_mention', 'url', 'email', 'mention'])

const FOUND: [type: string, pattern: RegExp][] = [
  ['url', /https?:\/\/[^\s<>"]*[^\s<>".,;:!?'()[\]]/gi],
  ['email', /[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+/gi],
  ['url', /(?<![\w@.-])(?:[a-z\d-]+\.)+(?:com|org|net|info|eu|pl|de|nl|be|uk|ua|io|me)\b/gi],
  ['mention', /(?<![\w@/])@[a-z]\w{3,31}\b/gi],
  ['bot_command', /(?<![\w/])\/\w{1,64}(?:@\w{3,32})?(?![\w/])/g],
  ['hashtag', /(?<![\p{L}\d_#])#(?=[\d_]*\p{L})[\p{L}\d_]+/gu],
]

export interface Written {
  text: string
  parse_mode?: string | undefined
  entities?: Entity[] | undefined
}

export function messageText(written: Written): Formatted {
  const formatted = format(written)
  if (formatted.text === '') throw badRequest('message text is empty')
  if (formatted.text.length > LONGEST_TEXT) throw badRequest('message is too long')
  return withFound(formatted)
}

export function captionText(written: Written, isPaid = false): Formatted {
  const formatted = format(written)
  if (formatted.text.length > (isPaid ? LONGEST_PAID_CAPTION : LONGEST_CAPTION))
    throw badRequest('message caption is too long')
  return withFound(formatted)
}

/** What a person typed. */
export function typedText(text: string): Formatted {
  return messageText({ text: text.toWellFormed() })
}

function format({ text, parse_mode, entities = [] }: Written): Formatted {
  if (parse_mode && parse_mode !== 'HTML') {
    throw badRequest(`can't parse entities: the simulator reads HTML only, not ${parse_mode}`)
  }
  const marked = parse_mode ? parseHtml(text) : { text, entities: checkedEntities(text, entities) }
  return trimmed({
    text: cleaned(marked.text),
    entities: inOrder(marked.entities).slice(0, MOST_ENTITIES),
  })
}

function checkedEntities(text: string, entities: Entity[]): Entity[] {
  const checked: Entity[] = []
  for (const entity of entities) {
    const { offset, length } = entity
    if (offset < 0 || length < 0 || offset + length > text.length) {
      throw badRequest(`entity beginning at UTF-16 offset ${offset} ends after the end of the text`)
    }
    const url = entity.type === 'text_link' ? checkedLink(entity.url ?? '') : undefined
    if (entity.type !== 'text_link') checked.push(entity)
    else if (url) checked.push({ ...entity, url })
  }
  return checked
}

/** Each character stays one character, so that no offset moves. */
function cleaned(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: td's clean_input_string does so
  return text.replace(/[\x00-\x09\x0b-\x1f\u2028\u2029]/g, ' ')
}

function trimmed({ text, entities }: Formatted): Formatted {
  const start = text.length - text.trimStart().length
  const kept = text.trim()
  const moved = entities.map((entity) => {
    const offset = Math.min(Math.max(entity.offset - start, 0), kept.length)
    const end = Math.min(Math.max(entity.offset + entity.length - start, 0), kept.length)
    return { ...entity, offset, length: end - offset }
  })
  return { text: kept, entities: moved.filter((entity) => entity.length > 0) }
}

/** Links, names and commands are found in a text by Telegram itself. */
function withFound({ text, entities }: Formatted): Formatted {
  const closed = entities.filter((entity) => CLOSED.has(entity.type))
  const fresh: Entity[] = []
  for (const [type, pattern] of FOUND) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length }
      if (![...closed, ...fresh].some((other) => overlap(entity, other))) fresh.push(entity)
    }
  }
  return { text, entities: inOrder([...entities, ...fresh]) }
}

function overlap(one: Entity, other: Entity): boolean {
  return one.offset < other.offset + other.length && other.offset < one.offset + one.length
}

function inOrder(entities: Entity[]): Entity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length)
}
