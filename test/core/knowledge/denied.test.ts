import { describe, expect, test } from 'vitest'
import { Denied, deniedIn } from '../../../src/core/knowledge/denied.ts'

const because = { why: 'old', source: 'a page' }
const polish = { number: '+48 22 628 99 99', ...because }
const german = { number: '+49 8000 116 016', ...because }
const british = { number: '+44 800 121 700', ...because }
const address = { email: 'old@example.org', ...because }

describe('a denied number is found', () => {
  test.each([
    ['as in the list', 'call +48 22 628 99 99 today'],
    ['at once', '+48226289999'],
    ['without the plus', '48226289999'],
    ['with two zeros', '0048 22 628 99 99'],
    ['without the country', 'tel. 22 628 99 99'],
    ['with a zero in front', '022 628 99 99'],
    ['with a zero in brackets', '+48 (0)22 628 99 99'],
    ['with brackets', '(22) 628-99-99'],
    ['with dots', '22.628.99.99'],
    ['with a slash', '22/6289999'],
    ['with long hyphens', '22–628‑99—99'],
    ['with hard spaces', '22\u00a0628\u202f99\u00a099'],
    ['in wide digits', '２２ ６２８ ９９ ９９'],
    ['inside a record', '{"number":"+48226289999"}'],
  ])('%s', (_name, text) => {
    expect(deniedIn(text, [german, polish])).toEqual([polish])
  })
})

describe('a good number passes', () => {
  test.each([
    ['another line', polish, '22 628 01 20'],
    ['one more digit behind', polish, '+48 22 628 99 990'],
    ['one more digit in front', polish, '122 628 99 99'],
    ['the short form of a long one', german, '116 016'],
    ['with the zero that the misprint has lost', british, '08000 121 700'],
    ['the same from abroad', british, '+448000121700'],
  ])('%s', (_name, denied, text) => {
    expect(deniedIn(text, [denied])).toEqual([])
  })
})

test('an address is found in any case', () => {
  expect(deniedIn('write to Old@Example.org', [polish, address])).toEqual([address])
})

test.each(['22 628 99 99', '+48226289999', '+48-22'])('%s names no country', (number) => {
  expect(Denied.safeParse({ number, ...because }).success).toBe(false)
})
