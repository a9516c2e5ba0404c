import { expect, test } from 'vitest'
import { withoutLookAlikes } from '../../src/reader/look-alikes.ts'

const misread: [read: string, meant: string][] = [
  ['Паспорт заберу Ha регистрацию', 'Паспорт заберу на регистрацию'],
  ['И никому He пересылай', 'И никому не пересылай'],
  ['He треба платити. Ha місці', 'Не треба платити. На місці'],
  ['Мы готовы пригласить Bac Ha работу', 'Мы готовы пригласить вас на работу'],
  ['Нужно nu платить 3a оформление?', 'Нужно ли платить за оформление?'],
  ['Her, все сборы', 'Нет, все сборы'],
  ['смены no 12', 'смены по 12'],
  ['візу зробимо 3a 300 €,', 'візу зробимо за 300 €,'],
]
test.each(misread)('"%s" means "%s"', (read, meant) => {
  expect(withoutLookAlikes(read)).toBe(meant)
})

const right = [
  'He Group шукає людей',
  'робота в Ha Long Food',
  'OK Transport Sp. z o.o., водії',
  'Права категории B и английский',
  'NIP 999-481-73-67, KRS 0009718293',
  'Ha ha, no!',
  'There is no fee',
  'пишите: no@praca.example',
  'ул. Садовая 3a',
]
test.each(right)('"%s" is left alone', (text) => {
  expect(withoutLookAlikes(text)).toBe(text)
})
