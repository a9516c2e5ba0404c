import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { cut } from '../../src/core/cut.ts'

const family = '👨‍👩‍👧‍👦'
const flag = '🇵🇱'

/** И with its breve as a sign of its own, as some keyboards and files have it. */
const short = 'и\u0306'

test('a segmenter is made once, and only when a text is too long', async () => {
  vi.resetModules()
  const { cut } = await import('../../src/core/cut.ts')
  const { Segmenter } = Intl
  let made = 0
  class Counted extends Segmenter {
    constructor() {
      super()
      made++
    }
  }
  Reflect.set(Intl, 'Segmenter', Counted)
  const counts = ['short', 'exactly ten', 'longer than ten', 'longer again'].map((text) => {
    cut(text, 11)
    return made
  })
  Reflect.set(Intl, 'Segmenter', Segmenter)
  expect(counts).toEqual([0, 0, 1, 1])
})

describe('a text', () => {
  test.each([
    ['that is empty', '', 5, ''],
    ['that fits exactly', 'abcde', 5, 'abcde'],
    ['that is one too long', 'abcdef', 5, 'abcd…'],
    ['of which one sign may stay', 'abcdef', 1, '…'],
    ['of which one sign may stay, a pair', '😀', 1, '…'],
    ['of which nothing may stay', 'abcdef', 0, ''],
    ['of one sign that may stay', 'a', 1, 'a'],
  ])('%s', (_what, text, length, shown) => {
    expect(cut(text, length)).toBe(shown)
  })
})

describe('what people see as one letter stays whole or goes', () => {
  test.each([
    ['a pair on the edge', 'abc😀de', 5, 'abc…'],
    ['a pair before the edge', 'ab😀def', 5, 'ab😀…'],
    ['a pair at the end of what fits', 'abc😀', 5, 'abc😀'],
    ['a family', `ab${family}c`, 13, `ab…`],
    ['a family before the edge', `ab${family}cd`, 14, `ab${family}…`],
    ['a family at the end of what fits', `ab${family}`, 13, `ab${family}`],
    ['two flags', `${flag}${flag}`, 6, `${flag}…`],
    ['a skin tone', 'ab👍🏽cd', 6, 'ab…'],
    ['an accent of its own', 'abcde\u0301f', 6, 'abcd…'],
    ['й of two signs on the edge', `кра${short}на`, 5, 'кра…'],
    ['й of two signs before the edge', `кра${short}на`, 6, `кра${short}…`],
    ['a joiner on the edge', 'abc👩\u200D🚒def', 7, 'abc…'],
  ])('%s', (_what, text, length, shown) => {
    expect(cut(text, length)).toBe(shown)
  })
})

describe('hostile text', () => {
  test('one letter with thousands of accents is cut inside, as there is no other place', () => {
    expect(cut(`e${'\u0301'.repeat(4096)}`, 10)).toBe(`e${'\u0301'.repeat(8)}…`)
  })

  test('such a letter behind others goes whole', () => {
    expect(cut(`Firma e${'\u0301'.repeat(4096)}`, 10)).toBe('Firma …')
  })

  test('one letter of pairs that is too long is cut between two of them', () => {
    expect(cut('👩\u200D'.repeat(2000), 9)).toBe('👩\u200D👩\u200D👩…')
    expect(cut(`${family} x`, 5)).toBe('👨\u200D…')
  })

  test.each([
    ['in a short text', 'a\uD83Db', 10, 'a\uFFFDb'],
    ['at the end of a short text', 'ab\uD83D', 3, 'ab\uFFFD'],
    ['in a long text', 'a\uDE00bcdef', 4, 'a\uFFFDb…'],
    ['in the wrong order', '\uDE00\uD83D\uDE00\uD83D', 3, '\uFFFD…'],
  ])('half a pair becomes a sign that can be sent: %s', (_where, text, length, shown) => {
    expect(cut(text, length)).toBe(shown)
  })
})

/** Pieces that stick together or break apart; any unit at all may stand between them. */
const piece = fc.oneof(
  fc.constantFrom(
    family,
    flag,
    short,
    '👍🏽',
    'e\u0301',
    '\u0301',
    '\u200D',
    '\uFE0F',
    'क्ष',
    '\r\n',
  ),
  fc.constantFrom('\uD83D', '\uDE00', '🇵', 'a', 'ж', ' ', '…'),
  fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
)
const anything = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

test('whatever the text and the length, what is shown can be sent, fits, and is how the text begins', async () => {
  await fc.assert(
    fc.property(anything, fc.nat(80), (text, length) => {
      const shown = cut(text, length)
      const whole = text.toWellFormed()
      expect(shown.isWellFormed()).toBe(true)
      expect(shown.length).toBeLessThanOrEqual(length)
      const beginning = shown === whole ? shown : shown.replace(/…$/, '')
      expect(whole.startsWith(beginning)).toBe(true)
      expect(shown === whole).toBe(text.length <= length)
    }),
    { numRuns: 2000 },
  )
})

test('whatever the text, it is cut behind the last letter that fits, unless the first one does not', async () => {
  const segmenter = new Intl.Segmenter()
  await fc.assert(
    fc.property(anything, fc.integer({ min: 1, max: 80 }), (text, length) => {
      fc.pre(text.length > length)
      const starts = [...segmenter.segment(text.toWellFormed())].map(({ index }) => index)
      const best = Math.max(...starts.filter((start) => start < length))
      const shown = cut(text, length)
      if (best > 0) expect(shown).toBe(`${text.toWellFormed().slice(0, best)}…`)
      else expect(shown.length).toBeGreaterThanOrEqual(length - 1)
    }),
    { numRuns: 2000 },
  )
})
