import { describe, expect, test } from 'vitest'
import { reviewHolidays } from '../../src/core/review/holidays.ts'
import { contentOf } from '../core/small.ts'
import { type Case, finds, newTrial } from './trial.ts'

const contacts = 'flows/contacts/mx.yaml'
const europe = 'flows/contacts/eu.yaml'
const week = '{ mon-fri: [["09:00", "17:00"]] }'
const always = '{ mon-sun: [["00:00", "24:00"]] }'
const hours = (week: string, more = '') =>
  `hours: { tz: America/Mexico_City, week: ${week}${more} }`

const cases: Case[] = [
  [
    'hours in a country whose holidays nobody wrote down',
    (copy) => copy.replaces(contacts, 'hours: null', hours(week)),
    [[contacts, 'mx-trial', /holidays of MX\. Run npm run holidays\./]],
  ],
  [
    'hours in a part of it that nobody wrote down',
    (copy) => copy.replaces(contacts, 'hours: null', hours(week, ', holidays: MX-SON')),
    [[contacts, 'mx-trial', /holidays of MX-SON\. Run npm run holidays\./]],
  ],
  [
    'hours of a service of Europe that keeps no holidays',
    (copy) => {
      copy.appends(europe, copy.read(contacts).replace('hours: null', hours(week)))
      copy.writes(contacts, '[]')
    },
    [[europe, 'mx-trial', /holidays: BE\. Run npm run holidays\./]],
  ],
]

describe('review finds of the holidays', () => finds(cases))

test.each([
  ['a country whose holidays are known', hours(week, ', holidays: PL')],
  ['somebody who answers around the clock', hours(always)],
])('review is silent about hours of %s', (_name, written) => {
  const copy = newTrial()
  copy.replaces(contacts, 'hours: null', written)
  expect(copy.review()).toEqual([])
})

test.each([
  ['2029-10-02', []],
  ['2029-10-03', [['flows/holidays.yaml', 'ends on 2029-12-31', 'Run npm run holidays.']]],
  ['2030-05-01', [['flows/holidays.yaml', 'ends on 2029-12-31', 'Run npm run holidays.']]],
])('review on %s says of holidays until 2029 %j', (now, expected) => {
  const holidays = { PL: { 2029: '01-01', 2030: '01-01' }, SK: { 2028: '01-01', 2029: '01-01' } }
  const found = reviewHolidays(contentOf({}, { holidays }), new Date(now))
  expect(found.map(({ file, fault, cure }) => [file, fault, cure])).toEqual(expected)
})
