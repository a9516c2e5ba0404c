import { expect, test } from 'vitest'
import { daysOf, weekOf, weeksBefore } from '../../../src/core/report/weeks.ts'

test.each([
  ['2026-12-01', '2026-W49'],
  ['2026-12-07', '2026-W50'],
  ['2026-12-31', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
  ['2023-01-01', '2022-W52'],
])('%s lies in %s', (day, week) => {
  expect(weekOf(day)).toBe(week)
})

test.each([
  ['2026-W49', { from: '2026-11-30', until: '2026-12-06' }],
  ['2026-W53', { from: '2026-12-28', until: '2027-01-03' }],
  ['2025-W01', { from: '2024-12-30', until: '2025-01-05' }],
])('%s has these days', (week, days) => {
  expect(daysOf(week)).toEqual(days)
})

test('only weeks that are over come before a day, also over a new year', () => {
  expect(weeksBefore('2027-01-10', 3)).toEqual(['2026-W51', '2026-W52', '2026-W53'])
  expect(weeksBefore('2027-01-11', 1)).toEqual(['2027-W01'])
})

test('every day of ten years lies in the week that begins on its Monday', () => {
  const first = Date.parse('2022-01-01')
  for (let at = 0; at < 3653; at++) {
    const day = new Date(first + at * 86_400_000).toISOString().slice(0, 10)
    const { from, until } = daysOf(weekOf(day))
    expect(from <= day && day <= until && new Date(from).getUTCDay() === 1, day).toBe(true)
  }
})
