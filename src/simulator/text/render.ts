import type { Entity } from '../wire/telegram.ts'
import type { Formatted } from './html.ts'

/** The HTML of a formatted text, for a page: everything escaped, Telegram's own tags only. */
export function toHtml({ text, entities }: Formatted): string {
  const edges = new Set([0, text.length])
  for (const { offset, length } of entities) edges.add(offset).add(offset + length)
  const places = [...edges].sort((a, b) => a - b)
  let open: Entity[] = []
  let html = ''
  for (const [index, place] of places.entries()) {
    const inside = entities.filter((one) => one.offset <= place && place < one.offset + one.length)
    const kept = sharedStart(open, inside)
    for (const entity of open.slice(kept).reverse()) html += tagsOf(entity, text).end
    for (const entity of inside.slice(kept)) html += tagsOf(entity, text).start
    html += escaped(text.slice(place, places[index + 1] ?? place))
    open = inside
  }
  return html
}

/** How many tags may stay open: from the first one that ends, all are closed and opened again. */
function sharedStart(open: Entity[], inside: Entity[]): number {
  let shared = 0
  while (shared < open.length && open[shared] === inside[shared]) shared++
  return shared
}

const TAGS = new Map(
  Object.entries({
    bold: 'b',
    italic: 'i',
    underline: 'u',
    strikethrough: 's',
    spoiler: 'tg-spoiler',
    code: 'code',
    pre: 'pre',
    blockquote: 'blockquote',
  }),
)

function tagsOf(entity: Entity, text: string): { start: string; end: string } {
  const { type, language } = entity
  const link = linkOf(entity, text)
  if (link) return { start: `<a href="${escaped(link)}">`, end: '</a>' }
  if (type === 'expandable_blockquote') {
    return { start: '<blockquote expandable>', end: '</blockquote>' }
  }
  if (type === 'pre' && language) {
    return { start: `<pre><code class="language-${escaped(language)}">`, end: '</code></pre>' }
  }
  const tag = TAGS.get(type)
  return tag ? { start: `<${tag}>`, end: `</${tag}>` } : { start: '', end: '' }
}

function linkOf({ type, url, offset, length }: Entity, text: string): string | undefined {
  if (type === 'text_link') return url
  if (type !== 'url') return undefined
  const written = text.slice(offset, offset + length)
  return /^https?:/i.test(written) ? written : `http://${written}`
}

function escaped(text: string): string {
  const named: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }
  return text.replace(/[<>&"]/g, (character) => named[character] ?? character)
}
