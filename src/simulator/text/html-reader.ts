/** Makes the error to throw: what is wrong, and where. */
export type Complain = (what: string, at: number) => Error

/** What this pattern (it must be sticky) finds at exactly this place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

/** The name of the start tag at this place. */
export function readName(html: string, begin: number, complain: Complain): string {
  const name = matchAt(/<([^\s>]*)(?=[\s>])/y, html, begin)?.[1]
  if (name === undefined) throw complain('Unclosed start tag', begin)
  return name.toLowerCase()
}

/** The attributes of the start tag with this name at this place, and the place behind it. */
export function readAttributes(html: string, begin: number, name: string, complain: Complain) {
  const attributes = new Map<string, string>()
  let at = begin + 1 + name.length
  for (;;) {
    at += matchAt(/\s*/y, html, at)?.[0].length ?? 0
    if (at >= html.length) throw complain('Unclosed start tag', begin)
    if (html[at] === '>') return { attributes, end: at + 1 }
    const attribute = readAttribute(html, at, complain)
    if (attribute.name === '') throw complain(`Empty attribute name in the tag "${name}"`, begin)
    attributes.set(attribute.name, attribute.value)
    at = attribute.end
  }
}

function readAttribute(html: string, begin: number, complain: Complain) {
  const [head = '', name = '', equals] = matchAt(/([^\s=>]*)(\s*=\s*)?/y, html, begin) ?? []
  const at = begin + head.length
  if (!equals) return { name, value: '', end: begin + name.length }
  const quoted = matchAt(/"([^"]*)"|'([^']*)'/y, html, at)
  if (quoted) {
    return { name, value: decodedAll(quoted[1] ?? quoted[2] ?? ''), end: at + quoted[0].length }
  }
  if (/["']/.test(html.charAt(at)))
    throw complain('Unclosed start tag', html.lastIndexOf('<', begin))
  const token = matchAt(/[a-z\d.-]*(?=[\s>])/iy, html, at)
  if (!token) throw complain('Unexpected end of name token', at)
  return { name, value: token[0].toLowerCase(), end: at + token[0].length }
}

function decodedAll(text: string): string {
  let result = ''
  for (let at = 0; at < text.length; ) {
    const piece = text[at] === '&' ? decoded(text, at) : { text: text.charAt(at), length: 1 }
    result += piece.text
    at += piece.length
  }
  return result
}

const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
])

/** The character reference at this place, else the ampersand itself. The semicolon may be missing. */
export function decoded(html: string, at: number): { text: string; length: number } {
  const match = matchAt(/&(?:#(\d{1,8})|#x([\da-f]{1,8})|(lt|gt|amp|quot));?/iy, html, at)
  const [whole = '&', decimal, hex, name = ''] = match ?? []
  const code = Number.parseInt(decimal ?? hex ?? '0', decimal ? 10 : 16)
  const isCharacter = code > 0 && code < 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  const text = isCharacter ? String.fromCodePoint(code) : NAMED.get(name)
  return text === undefined ? { text: '&', length: 1 } : { text, length: whole.length }
}
