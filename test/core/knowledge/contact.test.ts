import { describe, expect, test } from 'vitest'
import { shownPhones, shownWebsite } from '../../../src/core/knowledge/contact.ts'
import { contact, phone } from '../small.ts'

const phones = [phone('+48111111111'), phone('+48222222222', { show: false })]
const numbers = (more: Record<string, unknown>) =>
  shownPhones(contact('x', { phones, ...more })).map(({ number }) => number)

describe('what may be shown', () => {
  test('is a number whose own record says so', () => {
    expect(numbers({ checkedOn: null })).toEqual(['+48111111111'])
  })

  test('is every number once a person has checked the record', () => {
    expect(numbers({ checkedOn: '2020-01-01' })).toEqual(['+48111111111', '+48222222222'])
  })

  test.each([
    ['seen', null, 'https://a.org'],
    ['seen', '2026-11-22', 'https://a.org'],
    ['memory', null, undefined],
    ['memory', '2026-11-22', 'https://a.org'],
  ])('a website that is %s and checked on %s: %s', (mark, checkedOn, shown) => {
    expect(shownWebsite(contact('x', { website: { url: 'https://a.org', mark }, checkedOn }))).toBe(
      shown,
    )
  })
})

describe('a record cannot have', () => {
  const hours = (week: unknown, tz = 'Europe/Warsaw') => ({ hours: { tz, week } })
  test.each<[string, Record<string, unknown>]>([
    ['a time zone that does not exist', hours({ mon: [['09:00', '17:00']] }, 'Europe/Krakow')],
    ['an hour after midnight', hours({ mon: [['09:00', '24:30']] })],
    ['hours that end before they begin', hours({ mon: [['22:00', '06:00']] })],
    ['days that run backwards', hours({ 'sat-mon': [['09:00', '17:00']] })],
    ['a day that does not exist', hours({ xyz: [['09:00', '17:00']] })],
    ['a day without hours', hours({ mon: [] })],
    ['a language by its name', { languages: ['Polish, English'] }],
    ['a month that does not exist', { source: { url: null, seenAs: 'memory', date: '2025-13' } }],
    ['a day of no month', { source: { url: null, seenAs: 'memory', date: '2025-02-31' } }],
    ['a number with blanks', { phones: [phone('22 628 01 20')] }],
    ['a field that nobody knows', { telephone: '112' }],
    ['no kind of help', { kinds: [] }],
  ])('%s', (_name, more) => {
    expect(() => contact('x', more)).toThrow()
  })
})
