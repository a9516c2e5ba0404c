import { describe, expect, test } from 'vitest'
import { type DeskHours, isOpenAt, opensAt } from '../../../src/core/desk/hours.ts'
import { readWeek } from '../../../src/core/desk/write-hours.ts'

const holidays = { PL: { '2026': '11-11 12-24 12-25 12-26', '2027': '01-01' } }
const hours: DeskHours = {
  tz: 'Europe/Warsaw',
  week: {
    'mon-fri': [
      ['09:00', '13:00'],
      ['15:00', '18:00'],
    ],
    sat: [['22:00', '24:00']],
  },
  holidays: 'PL',
}

const at = (moment: string) => new Date(`${moment}Z`)
const opens = (moment: string, of: DeskHours | undefined = hours) => {
  const ms = opensAt(of, at(moment), holidays)
  return ms === undefined ? undefined : new Date(ms).toISOString().slice(0, 16)
}

describe('a desk', () => {
  test.each([
    ['at its first minute', '2026-11-23T08:00', true],
    ['just before', '2026-11-23T07:59', false],
    ['between its times', '2026-11-23T13:00', false],
    ['at the end', '2026-11-23T17:00', false],
    ['until midnight', '2026-11-28T22:59', true],
    ['from midnight on', '2026-11-28T23:00', false],
    ['on a holiday', '2026-12-25T10:00', false],
    ['in summer time', '2026-07-06T07:00', true],
  ])('is open or not %s', (_name, moment, isOpen) => {
    expect(isOpenAt(hours, at(moment), holidays)).toBe(isOpen)
  })

  test.each([
    ['now', '2026-11-23T08:30', '2026-11-23T08:30'],
    ['on the same day', '2026-11-23T12:30', '2026-11-23T14:00'],
    ['on the next day of the week', '2026-11-23T17:00', '2026-11-24T08:00'],
    ['behind the holidays', '2026-12-23T17:30', '2026-12-28T08:00'],
    ['on the day when clocks are put forward', '2026-03-28T23:30', '2026-03-30T07:00'],
  ])('opens %s', (_name, moment, expected) => {
    expect(opens(moment)).toBe(expected)
  })

  test('without hours is always open', () => {
    expect([
      isOpenAt(undefined, at('2026-12-25T03:00'), holidays),
      opens('2026-12-25T03:00'),
    ]).toEqual([true, '2026-12-28T08:00'])
    expect(opensAt(undefined, at('2026-12-25T03:00'), holidays)).toBe(+at('2026-12-25T03:00'))
  })

  test('whose holidays are nobody’s works on them', () => {
    const { holidays: _, ...always } = hours
    expect(isOpenAt(always, at('2026-12-25T10:00'), holidays)).toBe(true)
  })

  test('that never opens says so', () => {
    expect(opens('2026-12-25T03:00', { ...hours, week: {} })).toBeUndefined()
  })
})

describe('hours that somebody writes', () => {
  test.each([
    [
      'mon-fri 9-13 15-18:30, sat 10-14',
      {
        'mon-fri': [
          ['09:00', '13:00'],
          ['15:00', '18:30'],
        ],
        sat: [['10:00', '14:00']],
      },
    ],
    ['pn-pt 9–17; sob. 10-12', { 'mon-fri': [['09:00', '17:00']], sat: [['10:00', '12:00']] }],
    ['пн-пт 9-18', { 'mon-fri': [['09:00', '18:00']] }],
    ['вторник 9.30-12', { tue: [['09:30', '12:00']] }],
    ['п’ятниця 9-10', { fri: [['09:00', '10:00']] }],
    ['Monday 8-16', { mon: [['08:00', '16:00']] }],
    ['pn, wt, śr 9-17', { 'mon-wed': [['09:00', '17:00']] }],
    ['nd-pn 9-12', { mon: [['09:00', '12:00']], sun: [['09:00', '12:00']] }],
    ['codziennie 8-20', { 'mon-sun': [['08:00', '20:00']] }],
    ['mon-sun 0-24', { 'mon-sun': [['00:00', '24:00']] }],
    [
      'mon 9-17, tue 9-17, wed 10-12',
      { 'mon-tue': [['09:00', '17:00']], wed: [['10:00', '12:00']] },
    ],
  ])('„%s” are read', (typed, week) => {
    expect(readWeek(typed)).toEqual({ week })
  })

  test('past midnight go on the next day, also from Sunday to Monday', () => {
    expect([readWeek('fri 22-6'), readWeek('sun 22-6')]).toEqual([
      { week: { fri: [['22:00', '24:00']], sat: [['00:00', '06:00']] } },
      { week: { mon: [['00:00', '06:00']], sun: [['22:00', '24:00']] } },
    ])
  })

  test.each([
    ['', ''],
    ['pn-pt', 'mon tue wed thu fri'],
    ['śr 25-26', 'śr 25-26'],
    ['pn 9-12 11-14', 'mon 09:00-12:00 11:00-14:00'],
    ['pn 9-9', 'pn 9-9'],
    ['holidays 9-12', 'holidays 9-12'],
  ])('„%s” are not, and the part that is unclear is named', (typed, unread) => {
    expect(readWeek(typed)).toEqual({ unread })
  })
})
