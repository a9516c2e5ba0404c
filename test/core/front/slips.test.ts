import { expect, test } from 'vitest'
import { isNear } from '../../../src/core/front/slips.ts'

test.each([
  ['a letter wrong', 'zamkneli', 'zamknela', true],
  ['a letter missing', 'zamknli', 'zamkneli', true],
  ['a letter too many', 'zamkneeli', 'zamkneli', true],
  ['two neighbours swapped', 'zmakneli', 'zamkneli', true],
  ['the last letter', 'zamknel', 'zamkneli', true],
  ['nothing', 'zamkneli', 'zamkneli', false],
  ['two letters wrong', 'zamknxly', 'zamkneli', false],
  ['two letters that do not touch swapped', 'zemknali', 'zamkneli', false],
  ['two letters missing', 'zamkni', 'zamkneli', false],
])('%s', (_slip, typed, word, is) => {
  expect(isNear(typed, word)).toBe(is)
})
