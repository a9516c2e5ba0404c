import { describe, expect, test } from 'vitest'
import { isFirmName } from '../../../src/core/firm/name.ts'

describe('a firm’s name', () => {
  test.each([
    'OTTO Work Force Polska Sp. z o.o.',
    'Slave Ltd',
    'Tulipan Praca Tymczasowa Sp. z o.o.',
    'ООО Работа за рубежом',
    'Start People BV',
    'Muster Personalservice GmbH',
    'Agentura práce s.r.o.',
  ])('%s is one by its form', (name) => {
    expect(isFirmName(name)).toBe(true)
  })

  test.each([
    'he beats me as',
    'they locked us in a hotel in as',
    'szef mnie bije',
    'pomocy nie mogę wyjść z domu bo zabrali mi klucze sp. z o.o.',
    'Praca w Holandii',
  ])('%s is none', (text) => {
    expect(isFirmName(text)).toBe(false)
  })
})
