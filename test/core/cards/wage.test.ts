import { describe, expect, test } from 'vitest'
import { wageText } from '../../../src/core/cards/wage.ts'
import { scales, Wage } from '../../../src/core/knowledge/wage.ts'
import { voiceFor } from '../../../src/core/voice.ts'
import { words } from '../../flows/reader.ts'
import { content, keysOf } from '../../person.ts'
import { textIn } from '../small.ts'

function wage(amount: number, more: Record<string, unknown> = {}): Wage {
  return Wage.parse({
    amount,
    currency: 'EUR',
    per: 'hour',
    validFrom: '2026-01-01',
    nextChange: '2027-01-01',
    source: 'https://www.example.org/wages',
    mark: 'seen',
    checkedOn: '2026-11-22',
    ...more,
  })
}

const first = wage(13.9)
const second = wage(14.6, { validFrom: '2027-01-01', nextChange: '2028-01-01' })

function card(wages: Wage[], day: string) {
  const at = new Date(`${day}T12:00:00Z`)
  return wageText({ DE: wages }, { country: 'DE', scale: 0 }, at)
}

/** The lines of the card below its name, without the money and the dates in them. */
function linesOf(wages: Wage[], day: string) {
  return keysOf(card(wages, day)).filter((key) => /^wage:(?!card)/.test(key))
}

function amountOn(wages: Wage[], day: string) {
  return textIn(card(wages, day), 'name:money')?.vars?.amount
}

describe('the amount', () => {
  test.each([
    ['is that of the day', '2026-12-31', 13.9],
    ['is the next one from its first day', '2027-01-01', 14.6],
    ['is the first one before any begins', '2025-12-31', 13.9],
  ])('%s', (_name, day, amount) => {
    expect(amountOn([second, first], day)).toBe(amount)
  })

  test('that comes next is named with its day, as long as it has not come', () => {
    const usual = ['wage:per.hour', 'wage:since', 'wage:source']
    expect(linesOf([first, second], '2026-12-31')).toContain('wage:next')
    expect(linesOf([first, second], '2027-01-01')).toEqual(usual)
  })
})

describe('that it may have changed', () => {
  test.each([
    ['is not said on the last day', '2026-12-31', false],
    ['is said from the day of the next change', '2027-01-01', true],
    ['is said long after', '2029-05-05', true],
  ])('%s', (_name, day, said) => {
    expect(linesOf([first], day).includes('wage:changed')).toBe(said)
  })

  test('is not said where nobody can tell', () => {
    expect(linesOf([wage(9, { nextChange: null })], '2029-05-05')).not.toContain('wage:changed')
  })

  test('comes with the address of the source', () => {
    const text = textIn(card([first], '2027-01-01'), 'wage:changed')
    expect(text?.vars).toEqual({ url: first.source })
  })
})

describe('the card says', () => {
  test('whom it is for', () => {
    expect(linesOf([wage(9, { who: 'adults' })], '2026-11-26')).toContain('wage:who.adults')
  })

  test('the host of the source and the day when it was read', () => {
    expect(textIn(card([first], '2026-11-26'), 'wage:source')?.vars).toEqual({
      host: 'example.org',
      date: { key: 'name:date', vars: { date: '2026-11-22' } },
    })
  })

  test('that none is known, for any other country', () => {
    const text = wageText({}, { country: 'MX', scale: 0 }, new Date('2026-11-26'))
    expect(keysOf(text)).toEqual(['wage:unknown', 'name:country'])
  })
})

test('amounts for others, or per another time, stand on a screen of their own', () => {
  const young = wage(8, { who: 'young-adults' })
  const monthly = wage(2000, { per: 'month' })
  expect(scales([first, young, second, monthly])).toEqual([[first, second], [young], [monthly]])
})

describe('our own amounts', () => {
  const days = ['2026-11-26', '2026-12-31', '2027-01-01', '2027-06-15', '2030-01-01']
  const screens = Object.entries(content.wages).flatMap(([country, wages]) =>
    scales(wages).flatMap((_scale, scale) =>
      days.map((day) => wageText(content.wages, { country, scale }, new Date(day))),
    ),
  )
  test.each(content.languages)('can be read in %s on any day', (language) => {
    const voice = voiceFor(content, { language })
    const cards = screens.map((text) => words.plain(text, voice))
    const bad = cards.filter((text) => [...text].length > 600 || /\{\{|undefined|NaN/.test(text))
    expect(bad).toEqual([])
    expect(cards.every((text) => /\d/.test(text))).toBe(true)
  })

  test.each([
    ['pl', '2026-12-31', '31,40\u00a0zł', false],
    ['pl', '2027-01-01', '31,40\u00a0zł', true],
    ['en', '2026-12-31', 'PLN\u00a031.40', false],
    ['en', '2027-01-01', 'PLN\u00a031.40', true],
  ])(
    'in %s on %s name %s and, where it is due, the page to look at',
    (language, day, money, due) => {
      const text = wageText(content.wages, { country: 'PL', scale: 0 }, new Date(day))
      const card = words.plain(text, voiceFor(content, { language }))
      expect(card).toContain(money)
      expect(/https:\S+gazetaprawna/.test(card)).toBe(due)
    },
  )
})
