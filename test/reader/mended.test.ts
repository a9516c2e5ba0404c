import { expect, test } from 'vitest'
import { mended } from '../../src/reader/mended.ts'

const misread: [read: string, meant: string][] = [
  ['Оплата 14 Є/год, житло', 'Оплата 14 €/год, житло'],
  ['разом 50 Є', 'разом 50 €'],
  ['2500 ё/міс. плюс', '2500 €/міс. плюс'],
  ['2500 €/mic. плюс', '2500 €/міс. плюс'],
  ['2500 Є/мес.', '2500 €/мес.'],
  ['2500 €/mMec.', '2500 €/мес.'],
  ['Ставка 15€/4ac', 'Ставка 15€/час'],
  ['14 €/uac, жильё', '14 €/час, жильё'],
  ['12 €/4 на руки', '12 €/ч на руки'],
  ['15€/roĄ', '15€/год'],
  ['15€/ron\nжитло', '15€/год\nжитло'],
  ['PABOTA B EBPOIIE', 'РАБОТА В ЕВРОПЕ'],
  ['POBOTA B', 'РОБОТА В'],
  ['TPEBYFOTCA', 'ТРЕБУЮТСЯ'],
  ['И никому He пересылай', 'И никому не пересылай'],
  ['Firma X Sp. z 0.0., NIP', 'Firma X Sp. z o.o., NIP'],
]
test.each(misread)('"%s" means "%s"', (read, meant) => {
  expect(mended(read)).toBe(meant)
})

const right = [
  'на 14 є місця',
  'праця 6/7 днів',
  '156/год',
  '14 €/rok',
  '14 €/4 tygodnie',
  '6/час',
  'HACCP, KOMPAKT BHP',
  'od 12 €/h na rękę',
  'Єдина робота, 15 Європа',
]
test.each(right)('"%s" is left alone', (text) => {
  expect(mended(text)).toBe(text)
})
