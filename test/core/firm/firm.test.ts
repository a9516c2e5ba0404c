import { describe, expect, test } from 'vitest'
import {
  alsoKnownAs,
  countryOf,
  type Finding,
  type FirmNumber,
  numberFrom,
  numberId,
  type Outcome,
} from '../../../src/core/firm/firm.ts'
import { isCompanyName, isSameName } from '../../../src/core/firm/name.ts'
import { Register } from '../../../src/core/knowledge/knowledge.ts'
import { outcomeOf } from '../../../src/core/verdict/answer.ts'

test.each<FirmNumber>([
  { kind: 'nip', value: '7740001454' },
  { kind: 'crn', value: 'SC123456' },
  { kind: 'vat', value: 'DE136695976' },
])('a number survives as an id: $kind $value', (number) => {
  expect(numberFrom(numberId(number))).toEqual(number)
})

test.each(['', 'nip', 'nip-', 'passport-12', 'nip-12<b>', 'constructor-1', 'nip-1-2x y'])(
  'no number: "%s"',
  (id) => {
    expect(numberFrom(id)).toBeUndefined()
  },
)

test.each<[FirmNumber, string | undefined]>([
  [{ kind: 'krs', value: '0000028860' }, 'PL'],
  [{ kind: 'vat', value: 'DE136695976' }, 'DE'],
  [{ kind: 'vat', value: 'EL094259216' }, 'GR'],
  [{ kind: 'vat', value: 'XI123456789' }, 'GB'],
  [{ kind: 'lei', value: 'HWUPKR0MPOU8FGXBT394' }, undefined],
])('the country of %o is %s', (number, country) => {
  expect(countryOf(number)).toBe(country)
})

test.each([
  ['vat-PL7740001454', ['nip-7740001454']],
  ['vat-CZ64608212', ['ico-64608212']],
  ['vat-FR39356000000', ['siren-356000000']],
  ['siret-35600000000048', ['siren-356000000']],
  ['vat-DE136695976', []],
  ['vat-CZ7001010001', []], // a person's
])('%s is also known as %j', (id, others) => {
  const number = numberFrom(id)
  expect(number && alsoKnownAs(number).map(numberId)).toEqual(others)
})

test.each([
  'ORLEN SPÓŁKA AKCYJNA',
  'PRACA BUD Sp. z o.o.',
  'Praca Spółka z ograniczoną odpowiedzialnością',
  'FUNDACJA WIELKA ORKIESTRA',
  'EQUINOR ASA',
  'Muster GmbH',
  'ALZA.CZ A.S.',
  'Bouw B.V.',
  'TESCO PLC',
])('a company: %s', (name) => {
  expect(isCompanyName(name)).toBe(true)
})

test.each(['JAN KOWALSKI', 'FIRMA USŁUGOWA ANNA NOWAK', 'Zasada Basia'])(
  'no company: %s',
  (name) => {
    expect(isCompanyName(name)).toBe(false)
  },
)

test.each([
  ['ORLEN SPÓŁKA AKCYJNA', 'Orlen S.A.'],
  ['ORLEN SPÓŁKA AKCYJNA', 'orlen'],
  ['Praca-Bud Sp. z o.o.', '"PRACA BUD"'],
  ['ŁÓDŹ PRACA SP Z OO', 'Lodz Praca'],
  ['EQUINOR ASA', 'equinor'],
])('may be the same firm: %s and %s', (one, other) => {
  expect(isSameName(one, other)).toBe(true)
})

test.each([
  ['ORLEN SPÓŁKA AKCYJNA', 'Orlando Praca'],
  ['PRACA BUD SP. Z O.O.', 'Bud Holandia'],
])('another firm: %s and %s', (one, other) => {
  expect(isSameName(one, other)).toBe(false)
})

function register(proves: 'firm' | 'vat' | 'agency') {
  return Register.parse({ name: 'R', keeper: 'K', proves, countries: ['PL'] })
}

describe('what registers say together', () => {
  const knowledge = {
    registers: { COURT: register('firm'), TAX: register('vat'), AGENCIES: register('agency') },
  }
  const firm = { numbers: [] }
  const active: Outcome = { outcome: 'active', firm }
  const former: Outcome = { outcome: 'active', firm: { numbers: [], vat: 'unregistered' } }
  const struck: Outcome = { outcome: 'inactive', reason: 'struck-off', firm }
  const none: Outcome = { outcome: 'not-found' }
  const down: Outcome = { outcome: 'unavailable', reason: 'down' }
  const off: Outcome = { outcome: 'unavailable', reason: 'off' }
  const says = (proves: 'firm' | 'agency', told: [string, Outcome][]) =>
    outcomeOf(
      {
        question: { by: 'number', number: 'nip-7740001454', proves },
        candidates: [],
        findings: told.map(
          ([id, outcome]): Finding => ({ ...outcome, register: id, number: '', asOf: '' }),
        ),
      },
      knowledge,
    )

  test.each<[string, 'firm' | 'agency', [string, Outcome][], string]>([
    [
      'one register knows the firm',
      'firm',
      [
        ['TAX', active],
        ['COURT', none],
      ],
      'active',
    ],
    [
      'an old VAT number does not save who is struck off',
      'firm',
      [
        ['TAX', active],
        ['COURT', struck],
      ],
      'inactive',
    ],
    [
      'one that is down leaves it open',
      'firm',
      [
        ['TAX', none],
        ['COURT', down],
      ],
      'unavailable',
    ],
    [
      'not found needs all of them',
      'firm',
      [
        ['TAX', none],
        ['COURT', none],
      ],
      'not-found',
    ],
    [
      'one that is down does not hide one that knows it',
      'firm',
      [
        ['TAX', active],
        ['COURT', down],
      ],
      'active',
    ],
    ['nobody was asked', 'firm', [], 'by-hand'],
    ['one that is switched off says nothing', 'firm', [['COURT', off]], 'by-hand'],
    [
      'a firm that exists is no agency yet',
      'agency',
      [
        ['COURT', active],
        ['AGENCIES', none],
      ],
      'not-found',
    ],
    ['without the register of agencies nobody can say', 'agency', [['COURT', active]], 'by-hand'],
    [
      'an agency whose company is struck off is none any more',
      'agency',
      [
        ['AGENCIES', active],
        ['COURT', struck],
      ],
      'inactive',
    ],
    ['a taxpayer who left proves nothing alone', 'firm', [['TAX', former]], 'by-hand'],
    [
      'a taxpayer who left may be a company all the same',
      'firm',
      [
        ['TAX', former],
        ['COURT', active],
      ],
      'active',
    ],
    ['an agency is no firm yet', 'firm', [['AGENCIES', active]], 'by-hand'],
  ])('%s', (_name, proves, told, outcome) => {
    expect(says(proves, told)).toBe(outcome)
  })
})
