import { describe, expect, test } from 'vitest'
import { readDay, readSpan } from '../../../src/core/desk/when.ts'

const now = new Date('2026-11-30T22:30:00Z')

describe('a span of time', () => {
  test.each([
    ['3d', '2026-12-03T22:30'],
    ['12h', '2026-12-01T10:30'],
    ['2w', '2026-12-14T22:30'],
    ['3дні', '2026-12-03T22:30'],
    ['2н', '2026-12-14T22:30'],
    ['2тижні', '2026-12-14T22:30'],
    ['5godz.', '2026-12-01T03:30'],
    ['5год', '2026-12-01T03:30'],
  ])('%s is read', (typed, expected) => {
    const read = readSpan(typed, now)
    expect('at' in read && new Date(read.at).toISOString().slice(0, 16)).toBe(expected)
  })

  test.each(['', '3', 'd', '0d', '-1d', '3x', 'jutro', '1.5d'])('%s is not', (typed) => {
    expect(readSpan(typed, now)).toEqual({ why: 'unread' })
  })

  test('beyond what is held is too far', () => {
    expect([readSpan('51d', now), readSpan('8w', now)]).toEqual([{ why: 'far' }, { why: 'far' }])
  })
})

describe('a day', () => {
  test.each([
    ['12.12', '2026-12-12'],
    ['12.12.', '2026-12-12'],
    ['5/12', '2026-12-05'],
    ['1.1', '2027-01-01'],
    ['2026-12-12', '2026-12-12'],
    ['12.12.2026', '2026-12-12'],
    ['3d', '2026-12-03'],
  ])('%s is the next one that is meant', (typed, day) => {
    expect(readDay(typed, now, 'UTC')).toEqual({ day })
  })

  test('of today is no past day, by the clock of the desk', () => {
    expect(['UTC', 'Europe/Kyiv'].map((zone) => readDay('2026-11-30', now, zone))).toEqual([
      { day: '2026-11-30' },
      { why: 'past' },
    ])
  })

  test.each([
    ['31.2', 'unread'],
    ['kiedyś', 'unread'],
    ['29.11.2026', 'past'],
    ['2027-06-01', 'far'],
    ['29.11', 'past'],
    ['1.10', 'far'],
  ])('%s is refused', (typed, why) => {
    expect(readDay(typed, now, 'UTC')).toEqual({ why })
  })
})
