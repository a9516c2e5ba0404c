import { describe, expect, test } from 'vitest'
import type { Screen } from '../../src/app/ports/phone.ts'
import { createWords } from '../../src/content/words.ts'
import { kindOf } from '../../src/core/engine/flow.ts'
import { fromData, keyboard, toData } from '../../src/telegram/buttons.ts'
import { newWalk } from '../core/small.ts'
import { content, locales } from '../person.ts'

const words = createWords(locales, content.languages)
const at = { flow: 'offer', step: 'fee' }

/** Labels are language names here, because those have known lengths in every version of the words. */
const short = (code: string) => ({ id: code, label: { key: 'name:language', vars: { code } } })
const long = (id: string) => ({ id, label: { key: 'name:country', vars: { code: 'BA' } } })

function rowsOf(screen: Partial<Screen>, language = 'en') {
  const full = { text: { key: 'offer:fee.text' }, ...screen }
  return keyboard(full, words, { language, ambient: {} }).inline_keyboard
}

/** What the buttons of a screen would send, row by row. */
function dataOf(screen: Partial<Screen>) {
  return rowsOf(screen).map((row) =>
    row.map((button) => ('callback_data' in button ? button.callback_data : '')),
  )
}

const always = ['offer.fee.back', 'offer.fee.menu', 'offer.fee.sos']

describe('the keyboard', () => {
  test.each([
    ['no choices', []],
    ['short choices', [short('pl'), short('en'), short('uk')]],
    ['long choices', [long('a'), long('b')]],
  ])('ends with Back, Menu and SOS below %s', (_name, choices) => {
    expect(dataOf({ at, choices }).at(-1)).toEqual(always)
  })

  test('has two short choices in a row, in their order', () => {
    const choices = ['pl', 'en', 'uk'].map(short)
    expect(dataOf({ at, choices })).toEqual([
      ['offer.fee.pl', 'offer.fee.en'],
      ['offer.fee.uk'],
      always,
    ])
  })

  test('has one long choice in a row', () => {
    const choices = [short('pl'), long('a'), short('en'), short('uk'), long('b')]
    expect(dataOf({ at, choices })).toEqual([
      ['offer.fee.pl'],
      ['offer.fee.a'],
      ['offer.fee.en', 'offer.fee.uk'],
      ['offer.fee.b'],
      always,
    ])
  })

  test.each([
    [14, 2],
    [15, 3],
  ])('counts a label of %i letters as it should: %i rows', (letters, rows) => {
    const own = createWords({ en: { x: { label: 'x'.repeat(letters) } } }, ['en'])
    const choices = ['a', 'b'].map((id) => ({ id, label: { key: 'x:label' } }))
    const screen = { text: { key: 'x:label' }, at, choices }
    expect(keyboard(screen, own, { language: 'en', ambient: {} }).inline_keyboard).toHaveLength(
      rows,
    )
  })

  test('is empty below a message that stays', () => {
    expect(rowsOf({})).toEqual([])
  })

  test('says its labels in the language of the person', () => {
    const label = (language: string) => rowsOf({ at, choices: [long('a')] }, language)[0]?.[0]?.text
    expect([label('en'), label('pl')]).toEqual(['Bosnia & Herzegovina', 'Bośnia i Hercegowina'])
  })
})

describe('what a button carries', () => {
  /** Every screen with buttons of our own flows, also the pages that its choices turn. */
  const places = Object.values(content.flows).flatMap(({ id, steps }) =>
    Object.entries(steps)
      .filter(([, step]) => !kindOf(step).silent)
      .map(([step]) => ({ flow: id, step })),
  )

  test.each(content.languages)(
    'fits into 64 bytes and comes back, everywhere in %s',
    (language) => {
      const sent = places
        .flatMap((place) => screensAt(place, language))
        .flatMap(dataOf)
        .flat()
      const wrong = sent.filter((data) => {
        const read = fromData(data)
        return Buffer.byteLength(data) > 64 || !read || toData(read, read.choice) !== data
      })
      expect(sent.length).toBeGreaterThan(places.length)
      expect(wrong).toEqual([])
    },
  )

  test('may use all of the 64 bytes for one name', () => {
    const data = toData({ flow: 'a', step: 'b'.repeat(60) }, 'c')
    expect(fromData(data)).toEqual({ flow: 'a', step: 'b'.repeat(60), choice: 'c' })
  })

  test.each([
    '',
    'offer',
    'offer.fee',
    'offer.fee.yes.no',
    'offer.fee.',
    '..',
    'offer.fee.<b>',
    'offer fee yes',
    'offer.fee.yes\n',
    'óffer.fee.yes',
    'offer.__proto__.yes',
    `offer.fee.${'x'.repeat(61)}`,
  ])('is forged when it is %j', (data) => {
    expect(fromData(data)).toBeUndefined()
  })
})

/** The first screen of a step, and what its pages show. */
function screensAt(at: { flow: string; step: string }, language: string): Partial<Screen>[] {
  const walk = newWalk(content, { language, country: 'DE', state: { flow: at.flow, path: [at] } })
  walk.receive({ kind: 'unknown-command' })
  const screens = [walk.choices()]
  for (const page of walk.choices().filter((id) => /^(another|record|page)/.test(id))) {
    walk.presses(at, page)
    screens.push(walk.choices())
  }
  return screens.map((ids) => ({ at, choices: ids.map((id) => ({ id, label: { key: id } })) }))
}
