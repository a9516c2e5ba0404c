import { button, make } from './dom.ts'

const KEPT = ['b', 'strong', 'i', 'em', 'u', 's', 'code', 'pre', 'blockquote', 'br'] as const
const NO_COMMANDS = new Set(['a', 'code', 'pre'])
const BLOCKS = new Set(['blockquote', 'pre'])
/** As `text/text.ts` finds them. */
const COMMAND = /(?<![\w/])(\/\w{1,64})(?![\w/@])/
const LINK = /^(https?|ftp|tg|ton|tonsite|mailto|tel):/i

type Say = (command: string) => void

/** A message's HTML as nodes made anew: tags and attributes that are not known here do not come through. `say`: what touching a command does. */
export function richText(html: string, say?: Say): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const fragment = document.createDocumentFragment()
  fragment.append(...copyOfChildren(parsed.body, say))
  return fragment
}

function copyOfChildren(node: Node, say?: Say): Node[] {
  return [...node.childNodes].flatMap((child) => copyOf(child, say))
}

function copyOf(node: ChildNode, say?: Say): Node[] {
  if (node instanceof Text) return wordsOf(withoutSpareBreak(node), say)
  if (!(node instanceof Element)) return []
  const name = node.localName
  const children = copyOfChildren(node, NO_COMMANDS.has(name) ? undefined : say)
  if (name === 'a') return [linkTo(node.getAttribute('href') ?? '', children)]
  if (name === 'tg-spoiler') return [spoiler(children)]
  const kept = KEPT.find((tag) => tag === name)
  return kept ? [make(kept, {}, children)] : children
}

function wordsOf(text: string, say?: Say): Node[] {
  if (!say) return [new Text(text)]
  return text
    .split(COMMAND)
    .map((part, at) => (at % 2 === 1 ? button(part, () => say(part), 'command') : new Text(part)))
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
