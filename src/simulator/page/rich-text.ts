import { make } from './dom.ts'

const KEPT = ['b', 'strong', 'i', 'em', 'u', 's', 'code', 'pre', 'blockquote', 'br'] as const
const BLOCKS = new Set(['blockquote', 'pre'])
const LINK = /^(https?|ftp|tg|ton|tonsite|mailto|tel):/i

/** A message's HTML as nodes made anew: tags and attributes that are not known here do not come through. */
export function richText(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const fragment = document.createDocumentFragment()
  fragment.append(...copyOfChildren(parsed.body))
  return fragment
}

function copyOfChildren(node: Node): Node[] {
  return [...node.childNodes].flatMap(copyOf)
}

function copyOf(node: ChildNode): Node[] {
  if (node instanceof Text) return [new Text(withoutSpareBreak(node))]
  if (!(node instanceof Element)) return []
  const children = copyOfChildren(node)
  const name = node.localName
  if (name === 'a') return [linkTo(node.getAttribute('href') ?? '', children)]
  if (name === 'tg-spoiler') return [spoiler(children)]
  const kept = KEPT.find((tag) => tag === name)
  return kept ? [make(kept, {}, children)] : children
}

/** A quotation ends its line by itself. */
function withoutSpareBreak(text: Text): string {
  const before = text.previousSibling
  const follows = before instanceof Element && BLOCKS.has(before.localName)
  return follows ? text.data.replace(/^\n/, '') : text.data
}

function linkTo(href: string, children: Node[]): HTMLElement {
  const wrapped = make('span', {}, children)
  if (!LINK.test(href)) return wrapped
  return make('a', { href, target: '_blank', rel: 'noopener noreferrer' }, children)
}

/** Shown on hover and focus. */
function spoiler(children: Node[]): HTMLElement {
  return make('span', { className: 'spoiler', tabIndex: 0 }, children)
}
