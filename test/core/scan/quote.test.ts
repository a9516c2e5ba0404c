import { expect, test } from 'vitest'
import { quote } from '../../../src/core/scan/quote.ts'

test.each([
  ['an emoji where 60 units end', `${'a'.repeat(58)}🔥🔥`, `${'a'.repeat(58)}…`],
  ['an emoji right before', `${'a'.repeat(57)}🔥🔥`, `${'a'.repeat(57)}🔥…`],
  ['an emoji that still fits', `${'a'.repeat(58)}🔥`, `${'a'.repeat(58)}🔥`],
  ['an emoji where no more is read', `a${' '.repeat(237)}b🔥🔥`, 'a b…'],
])('words of an advert are shortened between letters: %s', (_what, words, shown) => {
  expect(quote(words)).toBe(shown)
})
