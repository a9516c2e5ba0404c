import { describe, expect, test } from 'vitest'
import { opening } from '../../../src/core/cards/opening.ts'
import { Hours } from '../../../src/core/knowledge/contact.ts'

const daily = { tz: 'Europe/Warsaw', week: { 'mon-fri': [['09:00', '17:00']] } }
const lunch = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
]

describe('open now', () => {
  const always = { 'mon-sun': [['00:00', '24:00']] }
  test.each<[string, string, unknown, string | false]>([
    ['in winter Warsaw is one hour ahead', '2026-01-14T08:00Z', daily, '17:00'],
    ['in winter, a minute before', '2026-01-14T07:59Z', daily, false],
    ['in summer Warsaw is two hours ahead', '2026-07-15T07:00Z', daily, '17:00'],
    ['in summer, a minute before', '2026-07-15T06:59Z', daily, false],
    ['a minute before the end', '2026-01-14T15:59Z', daily, '17:00'],
    ['at the end', '2026-01-14T16:00Z', daily, false],
    [
      'a minute after an end at half past',
      '2026-01-14T14:31Z',
      { ...daily, week: { wed: [['09:00', '15:30']] } },
      false,
    ],
    ['on a Saturday', '2026-01-17T11:00Z', daily, false],
    ['during the lunch break', '2026-01-14T11:30Z', { ...daily, week: { wed: lunch } }, false],
    ['after the lunch break', '2026-01-14T12:30Z', { ...daily, week: { wed: lunch } }, '17:00'],
    ['a minute before midnight', '2026-01-14T22:59Z', { ...daily, week: always }, '24:00'],
    ['at midnight', '2026-01-14T23:00Z', { ...daily, week: always }, '24:00'],
    [
      'on Monday there while it is still Sunday in Greenwich',
      '2026-01-18T23:30Z',
      { ...daily, week: { mon: [['00:00', '01:00']] } },
      '01:00',
    ],
    [
      'on Sunday there while it is already Monday in Greenwich',
      '2026-01-19T00:30Z',
      { tz: 'America/New_York', week: { sun: [['19:00', '20:00']] } },
      '20:00',
    ],
    [
      'a day until midnight ends at midnight',
      '2026-01-14T23:00Z',
      { ...daily, week: { wed: [['20:00', '24:00']] } },
      false,
    ],
    ['half an hour of Kathmandu', '2026-01-14T03:15Z', { ...daily, tz: 'Asia/Kathmandu' }, '17:00'],
  ])('%s', (_name, now, hours, until) => {
    expect(opening(Hours.parse(hours), new Date(now))).toEqual(
      until ? { is: 'open', until } : { is: 'closed' },
    )
  })
})

describe('on holidays', () => {
  const holidays = ['2026-12-25', '2026-12-28', '2027-01-01', '2027-03-29']
  const isHoliday = (day: string) => holidays.includes(day)
  const at = (now: string, week: unknown = daily.week) =>
    opening(Hours.parse({ ...daily, week }), new Date(now), isHoliday)

  test.each<[string, string, unknown]>([
    ['in the middle of the hours', '2027-01-01T11:00Z', { is: 'holiday' }],
    ['before they begin', '2027-01-01T06:00Z', { is: 'holiday' }],
    ['when they are over', '2027-01-01T16:00Z', { is: 'closed' }],
    ['when the next one is another', '2026-12-25T11:00Z', { is: 'holiday', next: '2026-12-28' }],
    ['in the evening before', '2026-12-24T20:00Z', { is: 'closed', next: '2026-12-25' }],
    ['in the morning before', '2026-12-24T06:00Z', { is: 'closed' }],
    ['in the hours of the day before', '2026-12-24T11:00Z', { is: 'open', until: '17:00' }],
    ['on the Saturday before', '2027-03-27T11:00Z', { is: 'closed', next: '2027-03-29' }],
    ['a minute into the day there', '2026-12-31T23:01Z', { is: 'holiday' }],
    ['a minute before the day there', '2026-12-31T22:59Z', { is: 'closed', next: '2027-01-01' }],
  ])('%s', (_name, now, expected) => {
    expect(at(now)).toEqual(expected)
  })

  test('during the lunch break', () => {
    expect(at('2027-01-01T11:30Z', { fri: lunch })).toEqual({ is: 'holiday' })
  })

  test('of a week with one day', () => {
    expect(at('2026-12-18T18:00Z', { fri: lunch })).toEqual({ is: 'closed', next: '2026-12-25' })
  })
})
