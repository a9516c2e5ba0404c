import { describe, expect, test } from 'vitest'
import { loadOrThrow } from '../../src/content/load.ts'
import { isHoliday } from '../../src/core/knowledge/holidays.ts'
import { holidaysFile, type Library } from '../../src/entry/holidays.ts'
import { contact } from '../core/small.ts'

const { content } = loadOrThrow(process.cwd())
const week = { 'mon-fri': [['09:00', '17:00']] }
const always = { 'mon-sun': [['00:00', '24:00']] }

/** A library that knows two countries, one of them with a part of its own. */
const library: Library = {
  calendar: (place) => ({
    getHolidays: (year) => [
      { date: `${year}-12-25 00:00:00`, type: 'public' },
      { date: `${year}-12-31 00:00:00`, type: 'observance' },
      ...(place?.state ? [{ date: `${year}-03-17 00:00:00`, type: 'public' }] : []),
    ],
    getCountries: () => ({
      PL: 'Polska',
      GB: 'United Kingdom',
      DE: 'Deutschland',
      SK: 'Slovensko',
    }),
    getStates: (country) => (country === 'GB' ? { NIR: 'Northern Ireland' } : undefined),
    getRegions: () => undefined,
  }),
  attributions: (country) => [`https://example.org/${country}`],
}

function fileFor(more: Record<string, unknown>, country = 'PL') {
  const hours = { tz: 'Europe/Warsaw', week, ...more }
  const years = { first: 2026, desks: [] }
  return holidaysFile(library, { [country]: [contact('x', { hours })] }, years)
}

describe('the file of holidays has', () => {
  test.each<[string, Record<string, unknown>, string, RegExp]>([
    ['those of the country, and no customs', {}, 'PL', /^PL:\n {2}2026: 12-25\n/m],
    ['those of a part of it', { holidays: 'GB-NIR' }, 'GB', /^GB-NIR:\n {2}2026: 03-17 12-25\n/m],
    ['this year and the next three', {}, 'PL', /2026: .*\n.*2027: .*\n.*2028: .*\n.*2029: .*\n$/],
    ['those that the library leaves out', {}, 'SK', /2026: 12-25\n {2}2027: 05-08 09-15 12-25\n/],
    ['whom to name', {}, 'PL', /^# CC BY-SA 3\.0.*date-holidays[\s\S]*example\.org\/PL$/m],
  ])('%s', (_name, more, country, expected) => {
    expect(fileFor(more, country)).toMatch(expected)
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['nothing for who answers around the clock', { week: always }, 'PL'],
    ['nothing for a service of Europe that names no country', {}, 'EU'],
  ])('%s', (_name, more, country) => {
    expect(fileFor(more, country)).not.toMatch(/^[A-Z]/m)
  })

  test('those of every country where a desk may be', () => {
    const years = { first: 2026, desks: ['DE', 'PL'] }
    expect(holidaysFile(library, {}, years)).toMatch(/^DE:\n[\s\S]*^PL:\n/m)
  })

  test('no place that the library does not know', () => {
    expect(() => fileFor({ holidays: 'DE-XX' }, 'DE')).toThrow('DE-XX')
  })
})

/** As the countries' own lists have them. */
describe('a holiday is', () => {
  test.each<[string, string, boolean]>([
    ['SK', '2026-09-15', false],
    ['SK', '2027-09-15', true],
    ['SK', '2028-05-08', true],
    ['SK', '2027-11-17', false],
    ['PL', '2027-12-24', true],
    ['DK', '2027-04-23', false],
    ['GB-ENG', '2027-12-27', true],
    ['GB-NIR', '2027-07-12', true],
    ['GB-ENG', '2027-07-12', false],
    ['DE-BY-KATH', '2028-08-15', true],
    ['CH-ZH', '2028-05-01', true],
  ])('in %s on %s: %s', (place, day, expected) => {
    expect(isHoliday(content.holidays, place, day)).toBe(expected)
  })
})
