import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fewest,
  type Part,
  shownAlone,
  shownOfMany,
  shownOfOne,
  sum,
} from '../../../src/core/report/shown.ts'

const named = (counts: number[]): Part[] =>
  counts.map((count, at) => ({ name: `p${String(at).padStart(2, '0')}`, count }))
const countsOf = ({ parts }: { parts: Part[] }) => parts.map(({ count }) => count)

/** Few enough to try every way. */
const few = fc.array(fc.oneof(fc.nat(6), fc.nat(14)), { maxLength: 6 })

/** Counts as a desk may have them: many small ones, some large. */
const some = fc.array(fc.oneof(fc.nat(7), fc.nat(60)), { maxLength: 9 })

describe('of parts of which each case has one', () => {
  test.each([
    ['nothing is hidden where all are enough', [9, 5, 0], { shown: [9, 5], others: undefined }],
    ['two small ones are told together', [9, 4, 3], { shown: [9], others: 7 }],
    ['one small one takes the smallest along', [9, 7, 2], { shown: [9], others: 9 }],
    ['so do two that are too few together', [20, 6, 1, 1], { shown: [20], others: 8 }],
    ['nothing is left where only one could be shown', [9, 2], { shown: [], others: undefined }],
    ['nor where the one that is hidden is known', [26, 26, 4], { shown: [], others: undefined }],
    ['nor where each small one is known', [7, 4, 4, 4], { shown: [], others: undefined }],
  ])('%s', (_name, counts, { shown, others }) => {
    const found = shownOfOne(named(counts))
    expect([countsOf(found), found.others]).toEqual([shown, others])
  })

  test('no number is smaller than the fewest, and all of them together are the whole', () => {
    fc.assert(
      fc.property(some, (counts) => {
        const found = shownOfOne(named(counts))
        const numbers = [...countsOf(found), ...(found.others === undefined ? [] : [found.others])]
        expect(numbers.every((one) => one >= fewest)).toBe(true)
        if (numbers.length > 0)
          expect(numbers.reduce((all, one) => all + one, 0)).toBe(sum(named(counts)))
      }),
    )
  })

  test('whoever knows the rule, and every part that there may be, cannot work out what is hidden', () => {
    fc.assert(
      fc.property(few, (counts) => {
        const found = shownOfOne(named(counts))
        if (found.others === undefined) return
        const left = counts.length - found.parts.length
        const possible = splits(found.others, left).filter((those) => {
          const again = shownOfOne([...found.parts, ...named(those)])
          return again.others === found.others && `${countsOf(again)}` === `${countsOf(found)}`
        })
        expect(possible.length).toBeGreaterThan(1)
      }),
      { numRuns: 2000 },
    )
  })
})

/** Every way to take a number apart into so many or fewer, the largest first. */
function splits(total: number, parts: number, most = total): number[][] {
  if (total === 0) return [[]]
  if (parts === 0) return []
  const found: number[][] = []
  for (let first = Math.min(total, most); first > 0; first--)
    for (const rest of splits(total - first, parts - 1, first)) found.push([first, ...rest])
  return found
}

describe('of parts of which a case may have many', () => {
  test.each([
    ['fewer than five are not shown', [9, 4], 20, [9]],
    ['nor those that fewer than five have not', [18, 9], 20, [9]],
    ['but those that all have', [20, 9], 20, [20, 9]],
  ])('%s', (_name, counts, cases, shown) => {
    expect(countsOf(shownOfMany(named(counts), cases))).toEqual(shown)
  })

  test('neither who has one nor who has not are fewer than five', () => {
    fc.assert(
      fc.property(some, fc.nat(80), (counts, more) => {
        const cases = Math.max(...counts, 0) + more
        for (const count of countsOf(shownOfMany(named(counts), cases)))
          expect(count >= fewest && (cases === count || cases - count >= fewest)).toBe(true)
      }),
    )
  })
})

test('of parts whose sum nobody knows those that are enough are shown', () => {
  expect(countsOf(shownAlone(named([4, 12, 5])))).toEqual([12, 5])
})
