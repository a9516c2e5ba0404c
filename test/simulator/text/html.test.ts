import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseHtml } from '../../../src/simulator/text/html.ts'
import { toHtml } from '../../../src/simulator/text/render.ts'
import { Refusal } from '../../../src/simulator/wire/refusal.ts'

test.each([
  ['<b>a</b>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
  ['<STRONG>a</strong>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
  ['😀<i>a</i>', '😀a', [{ type: 'italic', offset: 2, length: 1 }]],
  ['<span class="tg-spoiler">a</span>', 'a', [{ type: 'spoiler', offset: 0, length: 1 }]],
  ['<a href="https://a.pl/?b=1&amp;c">x</a>', 'x', [link('https://a.pl/?b=1&c')]],
  ["<a href='a.pl'>x</a>", 'x', [link('http://a.pl/')]],
  ['<a href="javascript:alert(1)">x</a>', 'x', []],
  ['<a href="tel:112">x</a>', 'x', []],
  ['<b></b>x', 'x', []],
  ['<blockquote expandable>a</blockquote>', 'a', [quote()]],
  ['<pre><code class="language-c">a</code></pre>', 'a', [code()]],
  ['<code class="language-c">a</code>', 'a', [{ type: 'code', offset: 0, length: 1 }]],
  ['&lt;&gt;&amp;&quot;&#60;&#x3E;&lt', '<>&"<><', []],
  ['&nbsp; & &#0; &#xd800;', '&nbsp; & &#0; &#xd800;', []],
  ['a > b', 'a > b', []],
])('%s is read', (html, text, entities) => {
  expect(parseHtml(html)).toEqual({ text, entities })
})

test.each([
  ['a < b', 'Unsupported start tag "" at byte offset 2'],
  ['ż<div>x</div>', 'Unsupported start tag "div" at byte offset 2'],
  ['<br/>', 'Unsupported start tag "br/" at byte offset 0'],
  ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
  ['x</b>', 'Unexpected end tag at byte offset 1'],
  ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
  ['<b', 'Unclosed start tag at byte offset 0'],
  ['<b>x</b', 'Unclosed end tag at byte offset 4'],
  ['<a href="x>y</a>', 'Unclosed start tag at byte offset 0'],
  ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
])('%s is refused', (html, reason) => {
  expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${reason}`)
})

test('no markup breaks the reader', async () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '/',
    '&',
    '"',
    'b',
    'a',
    ' ',
    '=',
    'href',
    '#x',
    ';',
    '\0',
  )
  await fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const read = attempt(() => parseHtml(pieces.join('')))
      expect(read === undefined || typeof read.text === 'string').toBe(true)
    }),
  )
})

test('a shown text read again is the same text', async () => {
  const piece = fc.constantFrom('<b>', '</b>', '<i>', '</i>', '<code>', '</code>', 'x', '&lt;', '"')
  await fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const read = attempt(() => parseHtml(pieces.join('')))
      if (read) expect(parseHtml(toHtml(read)).text).toBe(read.text)
    }),
  )
})

test('overlapping formats are shown as well-formed HTML', () => {
  const entities = [
    { type: 'bold', offset: 0, length: 2 },
    { type: 'italic', offset: 1, length: 2 },
  ]
  expect(toHtml({ text: 'abc', entities })).toBe('<b>a<i>b</i></b><i>c</i>')
})

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function link(url: string) {
  return { type: 'text_link', offset: 0, length: 1, url }
}

function quote() {
  return { type: 'expandable_blockquote', offset: 0, length: 1 }
}

function code() {
  return { type: 'pre', offset: 0, length: 1, language: 'c' }
}
