import { expect, test } from 'vitest'
import { writeCsv } from '../../../src/core/report/csv.ts'

test('it is UTF-8 with a mark, and ends each line as spreadsheets do', () => {
  expect(writeCsv([['ą', 'ґ', 5]], 'en')).toBe('\uFEFFą,ґ,5\r\n')
})

test.each([
  ['pl', ';'],
  ['uk', ';'],
  ['ru', ';'],
  ['en', ','],
])('in %s its fields stand apart by %s', (language, separator) => {
  expect(writeCsv([['a', 1]], language)).toContain(`a${separator}1`)
})

test.each([
  ['a comma', 'a,b', '"a,b"'],
  ['a semicolon', 'a;b', '"a;b"'],
  ['quotes', 'a "b"', '"a ""b"""'],
  ['a line', 'a\nb', '"a\nb"'],
])('what holds %s is quoted', (_what, field, written) => {
  expect(writeCsv([[field]], 'en')).toBe(`\uFEFF${written}\r\n`)
})

test.each(['=1+1', '+48', '-2', '@SUM(A1)', '\t=1'])('%j is no formula', (field) => {
  expect(writeCsv([[field]], 'en')).toMatch(/^\uFEFF"?'/)
})

test('a number stays one', () => {
  expect(writeCsv([[-5]], 'en')).toBe('\uFEFF-5\r\n')
})
