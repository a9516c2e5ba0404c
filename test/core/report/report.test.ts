import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answers, endings } from '../../../src/core/report/counted.ts'
import { reportOf, type WeekCounts } from '../../../src/core/report/report.ts'
import { fewest } from '../../../src/core/report/shown.ts'
import { weeksBefore } from '../../../src/core/report/weeks.ts'

const weeks = weeksBefore('2026-12-01', 4)

function sectionOf(counts: WeekCounts[], group: string) {
  return reportOf(weeks, counts)?.sections.find((one) => one.group === group)
}

test('fewer than five cases are no report', () => {
  expect(reportOf(weeks, [{ cases: 2 }, {}, { cases: 2 }, {}])).toBeUndefined()
})

test('it tells which days it is about, and how many cases', () => {
  const report = reportOf(weeks, [{ cases: 5 }, {}, {}, {}])
  expect(report).toMatchObject({ from: '2026-11-02', until: '2026-11-29', cases: 5 })
})

test('weeks of enough cases stand alone, also those of none', () => {
  const counts = [{ cases: 5 }, {}, { cases: 7 }, { cases: 6 }]
  expect(sectionOf(counts, 'weeks')?.parts.map(({ count }) => count)).toEqual([5, 0, 7, 6])
})

test('weeks of fewer are told together, by two, by four', () => {
  const two = [{ cases: 3 }, { cases: 3 }, { cases: 7 }, {}]
  const four = [{ cases: 1 }, {}, { cases: 4 }, {}]
  const told = [two, four].map((counts) => sectionOf(counts, 'weeks')?.parts)
  expect(told).toEqual([
    [
      { name: '2026-11-02/2026-11-15', count: 6 },
      { name: '2026-11-16/2026-11-29', count: 7 },
    ],
    [{ name: '2026-11-02/2026-11-29', count: 5 }],
  ])
})

test('the weeks of a group are added up', () => {
  const week = { cases: 6, 'language/uk': 6 }
  expect(sectionOf([week, week, {}, {}], 'language')?.parts).toEqual([{ name: 'uk', count: 12 }])
})

test('answers come in the order of time, not of size', () => {
  const week = { cases: 16, 'answer/never': 11, 'answer/minutes': 5 }
  const names = sectionOf([week, {}, {}, {}], 'answer')?.parts.map(({ name }) => name)
  expect(names).toEqual(['minutes', 'never'])
})

test('no number of any report is smaller than five, whatever was counted', () => {
  const one = fc.record({
    language: fc.constantFrom('pl', 'uk', 'ru', 'en'),
    answer: fc.constantFrom(...answers),
    ending: fc.constantFrom(...endings),
    week: fc.nat(3),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 60 }), (cases) => {
      const counts = weeks.map((_week, at) => {
        const found: WeekCounts = {}
        const add = (name: keyof WeekCounts) => {
          found[name] = (found[name] ?? 0) + 1
        }
        for (const { language, answer, ending, week } of cases) {
          if (week !== at) continue
          add('cases')
          add(`language/${language}`)
          add(`answer/${answer}`)
          add(`ending/${ending}`)
        }
        return found
      })
      for (const { parts, others = fewest } of reportOf(weeks, counts)?.sections ?? [])
        for (const count of [others, ...parts.map((part) => part.count)])
          expect(count === 0 || count >= fewest).toBe(true)
    }),
  )
})
