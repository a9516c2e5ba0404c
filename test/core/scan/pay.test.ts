import { describe, expect, test } from 'vitest'
import type { Wage } from '../../../src/core/knowledge/wage.ts'
import { foundPages, foundText } from '../../../src/core/scan/found.ts'
import { scan } from '../../../src/core/scan/scan.ts'
import { content, keysOf } from '../../person.ts'
import { textIn } from '../small.ts'

const wage: Wage = {
  amount: 10,
  currency: 'EUR',
  per: 'hour',
  validFrom: '2026-01-01',
  nextChange: '2027-01-01',
  source: 'https://www.example.org/wages',
  mark: 'seen',
  checkedOn: '2026-11-22',
}
const knowledge = {
  ...content,
  wages: {
    DE: [wage],
    NL: [{ ...wage, who: 'construction' }],
    GB: [{ ...wage, currency: 'GBP' }],
    BE: [{ ...wage, amount: 2000, per: 'month' as const }],
  },
}

function payOf(text: string) {
  return scan(text, knowledge).pay?.is
}

describe('pay beside the legal minimum', () => {
  test.each<[text: string, is: string | undefined]>([
    ['Niemcy, 9,50 € brutto na godzinę', 'below'],
    ['Niemcy, 9.50 eur/h', 'below'],
    ['Germany, €9 per hour', 'below'],
    ['Німеччина, 9 євро за годину', 'below'],
    ['Германия, 9 евро в час', 'below'],
    ['Niemcy, 8-9 €/h', 'below'],
    ['Niemcy, 9–12 €/h', 'usual'],
    ['Niemcy, 10 €/h', 'usual'],
    ['Niemcy, 30 €/h', 'usual'],
    ['Niemcy, 31 €/h', 'far-above'],
    ['Niemcy, 15, 84 euro brutto/h', 'usual'],
    ['Niemcy, 15 ,84 euro brutto/h', 'usual'],
    ['Niemcy, wiek do 50, 12 €/h', 'usual'],
    ['Niemcy, 120, 84 euro/h', 'far-above'],
    ['Niemcy, 400 € dziennie', 'far-above'],
    ['Niemcy, 1 400 € tygodniowo', 'usual'],
    ['Niemcy, 1.600 € tygodniowo', 'far-above'],
    ['Niemcy, 7000 € miesięcznie', 'far-above'],
    ['Niemcy, 50 € miesięcznie', 'usual'],
    ['England, £9 an hour', 'below'],
    ['£9 per hour', 'below'],
    ['Belgia, 1900 € miesięcznie', 'below'],
    ['Belgia, 9 € na godzinę', undefined],
  ])('%s: %s', (text, is) => {
    expect(payOf(text)).toBe(is)
  })

  test.each([
    ['pay after tax cannot be below a minimum before tax', 'Niemcy, 9 € netto na godzinę'],
    ['the rent is no pay', 'Niemcy, pokój 9 € na godzinę'],
  ])('%s', (_why, text) => {
    expect(payOf(text)).not.toBe('below')
  })

  test.each([
    ['another currency', 'Niemcy, 9 zł na godzinę'],
    ['a country without a known minimum', 'Włochy, 2 € na godzinę'],
    ['a minimum that holds for some only', 'Holandia, 2 € na godzinę'],
    ['no country', '2 € na godzinę'],
    ['no period', 'Niemcy, 9 €'],
  ])('is not compared with %s', (_what, text) => {
    expect(payOf(text)).toBeUndefined()
  })

  test('raises a sign with the words of the amount', () => {
    const { hits } = scan('Niemcy, płacimy 9 € brutto na godzinę', knowledge)
    expect(hits).toEqual([
      { sign: 'work_below_minimum', severity: 'caution', words: '9 € brutto na godzinę' },
    ])
  })
})

describe('what is shown of it', () => {
  const found = scan('Niemcy, 9 €/h', knowledge)
  const shown = (day: string) => foundText(found, foundPages(found) - 1, new Date(day))

  test('names the minimum, since when, its source and the day it was read', () => {
    const text = shown('2026-12-31')
    expect(textIn(text, 'scan:pay.below')?.vars).toMatchObject({
      wage: { key: 'scan:per.hour', vars: { amount: { vars: { amount: 10, currency: 'EUR' } } } },
      from: { key: 'name:date', vars: { date: '2026-01-01' } },
    })
    expect(textIn(text, 'scan:pay.source')?.vars).toEqual({
      host: 'example.org',
      date: { key: 'name:date', vars: { date: '2026-11-22' } },
    })
  })

  test.each([
    ['2026-12-31', false],
    ['2027-01-01', true],
  ])('on %s says that it may have changed: %s', (day, says) => {
    expect(keysOf(shown(day)).includes('scan:pay.changed')).toBe(says)
  })

  test('says of pay that is far above by how much, and that the limit is ours', () => {
    const high = scan('Niemcy, 40 €/h', knowledge)
    const text = foundText(high, foundPages(high) - 1, new Date('2026-12-01'))
    expect(textIn(text, 'scan:pay.far-above')?.vars).toMatchObject({ times: 3 })
  })

  test('tells a free mailbox from one of a firm', () => {
    const keys = (address: string) => {
      const mail = scan(address, knowledge)
      return keysOf(foundText(mail, 0, new Date('2026-12-01')))
    }
    expect(keys('a@gmail.com')).toContain('scan:free-mail')
    expect(keys('a@firma.example')).toContain('scan:mail')
  })
})
