import { expect, test } from 'vitest'
import { clockOf, dayIn, daysLater, minuteAt } from '../../src/core/zones.ts'
import { content } from '../person.ts'

/** Ten o'clock on a day in a country, as the world's clock shows it. */
function ten(day: string, country: string) {
  return new Date(minuteAt(day, 10, clockOf(country).zone) * 60_000).toISOString().slice(0, 16)
}

test.each([
  ['2026-11-27', 'NL', '2026-11-27T09:00'],
  ['2026-07-01', 'NL', '2026-07-01T08:00'],
  ['2026-07-01', 'IS', '2026-07-01T10:00'],
  ['2026-11-27', 'GE', '2026-11-27T06:00'],
  ['2026-03-29', 'GB', '2026-03-29T09:00'], // clocks go forward this night
  ['2026-10-25', 'UA', '2026-10-25T08:00'], // clocks go back this night
  ['2026-01-01', 'PT', '2026-01-01T10:00'],
])('ten o’clock of %s in %s is %s in UTC', (day, country, utc) => {
  expect(ten(day, country)).toBe(utc)
})

test('every country with contacts has a clock of its own', () => {
  const countries = Object.keys(content.contacts).filter((code) => code !== 'EU')
  expect(countries.filter((code) => clockOf(code).country !== code)).toEqual([])
})

test.each([undefined, 'KH', ''])('without a clock of its own (%s) Poland’s counts', (country) => {
  expect(clockOf(country)).toEqual({ country: 'PL', zone: 'Europe/Warsaw' })
})

test('a day begins earlier in the east', () => {
  const night = new Date('2026-11-26T22:30:00Z')
  expect(['GB', 'PL', 'UA'].map((code) => dayIn(clockOf(code).zone, night))).toEqual([
    '2026-11-26',
    '2026-11-26',
    '2026-11-27',
  ])
})

test('days are counted over the end of a year', () => {
  expect(daysLater('2026-12-30', 3)).toBe('2027-01-02')
})
