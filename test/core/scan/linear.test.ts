import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from 'scslre'
import { describe, expect, test } from 'vitest'
import { hostile } from '../../../bench/hostile.ts'
import { bookOf, findAll } from '../../../src/core/scan/book.ts'
import { tokenize } from '../../../src/core/scan/tokens.ts'
import { writeBook } from '../../../src/core/scan/write-book.ts'
import { content } from '../../person.ts'

/** Whatever reads an advert before anybody has judged it. */
const folder = 'src/core/scan'

const literal =
  /(?<=[(=,:!&|?]\s*|return )\/((?:[^/\\\n[*]|\\.|\[(?:[^\]\\\n]|\\.)*\])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])*)\/([dgimsuvy]*)/g

/** Every regular expression of the scan; phrases are none, they are matched word by word. */
function expressions() {
  return readdirSync(folder).flatMap((file) => {
    const code = readFileSync(join(folder, file), 'utf8').replaceAll(
      /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm,
      '',
    )
    return [...code.matchAll(literal)].map(([, source = '', flags = '']) => ({
      file,
      source,
      flags,
    }))
  })
}

describe('every expression takes time in proportion to the text', () => {
  test.each(expressions())('$file: /$source/$flags', ({ source, flags }) => {
    expect(analyse(new RegExp(source, flags)).reports).toEqual([])
  })

  test('and the test sees them all', () => {
    expect(expressions().length).toBeGreaterThan(20)
  })

  test.each([
    { grows: 'with the square', expression: /\S*@\S*/g },
    { grows: 'with the square, anchored', expression: /^\s*\p{L}*\p{L}*$/u },
    { grows: 'exponentially', expression: /^(\w+\s?)*$/ },
  ])('and would see one that takes time $grows', ({ expression }) => {
    expect(analyse(expression).reports).not.toEqual([])
  })
})

test('phrases meet only words that may begin them', () => {
  const { phrases, spoken } = writeBook(content)
  const drawers = [phrases, spoken].flatMap((shelf) => Object.values(shelf.drawers))
  const most = Math.max(...drawers.map((entries) => entries.length))
  expect(most).toBeLessThan(500)
})

describe('hostile text is read to its end', () => {
  test.each(Object.entries(hostile))('%s', (_what, text) => {
    const { tokens } = tokenize(text)
    const found = findAll(bookOf(content).phrases, { tokens, countries: new Set() })
    expect(tokens.length).toBeLessThanOrEqual(text.length * 3)
    // No word begins more matches than there are phrases in its drawer.
    expect(found.length).toBeLessThan(tokens.length * 20 + 1)
  })
})
