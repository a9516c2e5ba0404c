import { describe, expect, test } from 'vitest'
import { points } from '../../../src/core/knowledge/phrases.ts'
import {
  decode,
  encode,
  initials,
  openPoints,
  type Told,
  together,
} from '../../../src/core/scan/answer.ts'
import { contentOf, sign } from '../small.ts'

const content = contentOf(
  {},
  { indicators: { offer_fee: sign('high'), offer_haste: sign('high'), offer_bed: sign('info') } },
)

const told: Told = {
  signs: new Map([
    ['offer_fee', 'high'],
    ['offer_haste', 'info'],
  ]),
  stated: ['pay', 'hours'],
  spokenOf: ['flat'],
  country: 'DE',
  numbers: ['kraz-98765', 'vat-DE136695976'],
}
const nothing: Told = { signs: new Map(), stated: [], spokenOf: [], numbers: [] }

describe('what is kept of an advert', () => {
  test('is short', () => {
    expect(encode(told, content)).toBe('of.oh-i/ph/f/DE/kraz-98765.vat-DE136695976')
  })

  test.each([
    ['much', told],
    ['nothing', nothing],
  ])('is read as it was written: %s', (_what, one) => {
    expect(decode(encode(one, content), content)).toEqual(one)
  })

  test.each([
    '',
    'done',
    'of',
    'a/b',
    '/////',
    'of/ph/f/DE/x/',
    'OF/ph/f/DE/',
    `${'of.'.repeat(200)}////`,
  ])('is nothing else: %s', (answer) => {
    expect(decode(answer, content)).toBeUndefined()
  })

  test('leaves out what no longer is a sign or a number', () => {
    const read = decode('gone.of/z/z//nip-x.what-1', content)
    expect(read).toEqual({ ...nothing, signs: new Map([['offer_fee', 'high']]) })
  })

  test('cannot make a sign louder than it is', () => {
    expect(decode('ob-c////', content)?.signs).toEqual(new Map([['offer_bed', 'info']]))
  })

  test('tells points apart by one letter', () => {
    expect(new Set(points.map(initials)).size).toBe(points.length)
  })
})

describe('an advert in several messages', () => {
  test('states what one of them states', () => {
    const other: Told = { ...nothing, stated: ['flat', 'employer'] }
    expect(openPoints(together(told, other))).toEqual(['town', 'contract'])
  })

  test('weighs a sign as the louder one of them', () => {
    const louder: Told = { ...nothing, signs: new Map([['offer_haste', 'caution']]) }
    expect(together(told, louder).signs.get('offer_haste')).toBe('caution')
    expect(together(louder, told).signs.get('offer_haste')).toBe('caution')
  })

  test('keeps its first country and each number once', () => {
    const other: Told = { ...nothing, country: 'NL', numbers: ['kraz-98765', 'kvk-1'] }
    const both = together(told, other)
    expect([both.country, both.numbers]).toEqual(['DE', [...told.numbers, 'kvk-1']])
  })
})
