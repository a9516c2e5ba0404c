import { badRequest, type Refusal } from '../wire/refusal.ts'
import type { Entity } from '../wire/telegram.ts'
import { decoded, matchAt, readAttributes, readName } from './html-reader.ts'
import { checkedLink } from './link.ts'

/** Text with its formatting apart, as Telegram stores it. Offsets count UTF-16 units. */
export interface Formatted {
  text: string
  entities: Entity[]
}

interface OpenTag {
  name: string
  attributes: Map<string, string>
  offset: number
}

interface Reading {
  html: string
  at: number
  text: string
  open: OpenTag[]
  entities: Entity[]
}

const ENTITY_OF_TAG = new Map(
  Object.entries({
    b: 'bold',
    strong: 'bold',
    i: 'italic',
    em: 'italic',
    u: 'underline',
    ins: 'underline',
    s: 'strikethrough',
    strike: 'strikethrough',
    del: 'strikethrough',
    span: 'spoiler',
    'tg-spoiler': 'spoiler',
    code: 'code',
    pre: 'pre',
    a: 'text_link',
    blockquote: 'blockquote',
  }),
)

/** Telegram's HTML. The rules and the words of the refusals follow td/telegram/MessageEntity.cpp. */
export function parseHtml(html: string): Formatted {
  const reading: Reading = { html, at: 0, text: '', open: [], entities: [] }
  while (reading.at < html.length) readOn(reading)
  const unclosed = reading.open.at(-1)
  if (unclosed) throw cannot(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  return { text: reading.text, entities: reading.entities.map(withoutSpareLanguage) }
}

function readOn(reading: Reading): void {
  const { html, at } = reading
  if (html.startsWith('</', at)) readEndTag(reading)
  else if (html[at] === '<') readTag(reading)
  else readText(reading)
}

function readText(reading: Reading): void {
  const { html, at } = reading
  const plain = matchAt(/[^<&]+/y, html, at)?.[0]
  const piece = plain ? { text: plain, length: plain.length } : decoded(html, at)
  reading.text += piece.text
  reading.at += piece.length
}

function readTag(reading: Reading): void {
  const { html, at, text } = reading
  const complain = (what: string, where: number) => fault(reading, what, where)
  const name = readName(html, at, complain)
  if (!ENTITY_OF_TAG.has(name)) throw complain(`Unsupported start tag "${name}"`, at)
  const { attributes, end } = readAttributes(html, at, name, complain)
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw complain('Tag "span" must have class "tg-spoiler"', at)
  }
  reading.open.push({ name, attributes, offset: text.length })
  reading.at = end
}

function readEndTag(reading: Reading): void {
  const begin = reading.at
  const tag = reading.open.pop()
  if (!tag) throw fault(reading, 'Unexpected end tag', begin)
  const match = matchAt(/<\/([^\s>]*)\s*>/y, reading.html, begin)
  if (!match) throw fault(reading, 'Unclosed end tag', begin)
  const name = match[1]?.toLowerCase()
  if (name && name !== tag.name) {
    const found = `, expected "</${tag.name}>", found "</${name}>"`
    throw fault(reading, 'Unmatched end tag', begin, found)
  }
  reading.at += match[0].length
  const entity = entityOf(reading, tag)
  if (entity) reading.entities.push(entity)
}

function entityOf(reading: Reading, tag: OpenTag): Entity | undefined {
  const place = { offset: tag.offset, length: reading.text.length - tag.offset }
  if (place.length === 0) return undefined
  if (tag.name === 'a') return linkOf(reading, tag, place)
  if (tag.name === 'pre') return preOf(reading, place)
  const isExpandable = tag.name === 'blockquote' && tag.attributes.has('expandable')
  const type = isExpandable ? 'expandable_blockquote' : (ENTITY_OF_TAG.get(tag.name) ?? tag.name)
  const language = /^language-(.+)/.exec(tag.attributes.get('class') ?? '')?.[1]
  return { type, ...place, ...(tag.name === 'code' && language && { language }) }
}

type Place = Pick<Entity, 'offset' | 'length'>

/** A link that is no address becomes plain text. */
function linkOf(reading: Reading, { attributes }: OpenTag, place: Place): Entity | undefined {
  const url = checkedLink(attributes.get('href') || reading.text.slice(place.offset))
  return url ? { type: 'text_link', ...place, url } : undefined
}

/** `<pre><code class="language-x">` is one entity that knows its language. */
function preOf({ entities }: Reading, place: Place): Entity {
  const code = entities.at(-1)
  const isWhole =
    code?.type === 'code' && code.offset === place.offset && code.length === place.length
  if (isWhole) entities.pop()
  const language = isWhole ? code.language : undefined
  return { type: 'pre', ...place, ...(language && { language }) }
}

function withoutSpareLanguage(entity: Entity): Entity {
  if (entity.type !== 'code') return entity
  const { language: _spare, ...rest } = entity
  return rest
}

function fault(reading: Reading, what: string, at: number, more = ''): Refusal {
  return cannot(`${what} at byte offset ${Buffer.byteLength(reading.html.slice(0, at))}${more}`)
}

function cannot(what: string): Refusal {
  return badRequest(`can't parse entities: ${what}`)
}
