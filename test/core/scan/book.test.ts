import { describe, expect, test } from 'vitest'
import { readAdverts } from '../../../bench/adverts.ts'
import { plainPattern, toPattern } from '../../../src/core/scan/pattern.ts'
import { read } from '../../../src/core/scan/read.ts'
import { writeBook } from '../../../src/core/scan/write-book.ts'
import { content } from '../../person.ts'

test.each([
  ['opłat* rejestracyjn*', 'oplat* rejestracyjn*'],
  ['e-mail', 'e mail'],
  ['Żółw/ŁOŚ * pójdź', 'zolw/los * pojdz'],
  ['nawet <number> zł & €/złoty', 'nawet <number> zl & €/zloty'],
  ['bij* <me>', 'bij* <me>'],
  ['bij* Żonę/<me>/<number>', 'bij* zone/<me>/<number>'],
  ['йти/ёж', 'ити/еж'],
])('%s is quickest to read as %s', (written, plain) => {
  expect(plainPattern(written)).toBe(plain)
  expect(toPattern(plain)).toEqual(toPattern(written))
})

describe('a book that was written before', () => {
  const book = JSON.parse(JSON.stringify(writeBook(content)))
  const opened = { ...content, phrases: {}, book: () => book }

  test('finds the same in every advert', () => {
    for (const { text } of readAdverts().filter((_, index) => index % 5 === 0)) {
      expect(read(text, opened).advert()).toEqual(read(text, content).advert())
      expect(read(text, opened).spoken()).toEqual(read(text, content).spoken())
    }
  })

  test('holds no word that must be read letter by letter', () => {
    const words = [book.phrases, book.spoken].flatMap((shelf) => shelf.phrases.map(String))
    expect(words.filter((one) => /[ąćęłńóśźżйёїA-Z]/.test(one))).toEqual([])
  })

  test('knows no key that every object has', () => {
    expect(read('constructor __proto__ toString', opened).spoken()).toEqual([])
  })
})
