import { describe, expect, test } from 'vitest'
import { markupFault } from '../../../src/core/review/markup.ts'

describe('markup', () => {
  test.each([
    'plain words, 5 > 3',
    '<b>bold</b> and <i>slanted</i>',
    '<b>bold <i>and slanted</i></b>',
    '<a href="https://example.org/?a=1&amp;b=2">a page</a>',
    '<a href="{{url}}">{{host}}</a>',
    'this &amp; that &lt; &gt; &quot;',
    'holes {{name}} and\nlines',
  ])('is well in %j', (words) => {
    expect(markupFault(words)).toBeUndefined()
  })

  test.each([
    ['<b>open', 'does not close <b>'],
    ['<b><i>crossed</b></i>', '</b>'],
    ['closed</b>', '</b>'],
    ['<u>under</u>', '<u>'],
    ['<B>loud</B>', '<B>'],
    ['<script>x</script>', '<script>'],
    ['<b class="x">bold</b>', '<b class="x">'],
    ['<b>bold</b x>', '</b x>'],
    ['<a>nowhere</a>', '<a>'],
    ['<a href="http://example.org">unsafe</a>', '<a href="http://example.org">'],
    ['<a href="x{{url}}">half a hole</a>', '<a href='],
    ['<a href="javascript:alert(1)">trick</a>', '<a href='],
    ["<a href='https://example.org'>quotes</a>", '<a href='],
    ['<a href="https://example.org" onclick="x">more</a>', '<a href='],
    ['3 < 5', '<'],
    ['<b', '<b'],
    ['this & that', '&'],
    ['&nbsp;', '&'],
  ])('is broken in %j', (words, named) => {
    expect(markupFault(words)).toContain(named)
  })

  test('has no place on a button', () => {
    expect(markupFault('<b>Go on</b>', [])).toContain('<b>')
  })
})
