import { expect, test } from 'vitest'
import { numberFrom } from '../../src/core/firm/firm.ts'
import { isNamed } from '../../src/registers/naming.ts'

const spellings: [asked: string, told: string | number][] = [
  ['nip-7740001454', '7740001454'],
  ['nip-7740001454', '774-000-14-54'],
  ['nip-7740001454', 'PL 774 000 14 54'],
  ['nip-7740001454', 7740001454],
  ['krs-0000028860', '28860'],
  ['regon-010001345', '10001345'],
  ['regon-610188201', '61018820100000'],
  ['regon-61018820100123', '610188201'],
  ['kraz-8448', '08448'],
  ['ico-00177041', 177041],
  ['ico-64608212', 'CZ64608212'],
  ['orgnr-923609016', '923 609 016'],
  ['crn-00445790', '445790'],
  ['crn-SC000123', 'sc123'],
  ['siren-356000000', '356 000 000'],
  ['vat-PL7740001454', '7740001454'],
  ['vat-CZ64608212', 'cz64608212'],
  ['vat-NL004495445B01', '4495445b01'],
  ['vat-ESA28017895', 'A28017895'],
]
test.each(spellings)('%s is named by %j', (asked, told) => {
  expect(isNamed(read(asked), told)).toBe(true)
})

const others: [asked: string, told: string | number | null | undefined][] = [
  ['nip-7740001454', '5260251049'],
  ['nip-7740001454', 'DE7740001454'],
  ['nip-7740001454', ''],
  ['nip-7740001454', null],
  ['nip-7740001454', undefined],
  ['krs-0000028860', '288600'],
  ['regon-610188201', '61018820'],
  ['siren-356000000', '35600000000048'],
  ['crn-SC000123', '00000123'],
  ['vat-PL7740001454', 'CZ7740001454'],
]
test.each(others)('%s is not named by %j', (asked, told) => {
  expect(isNamed(read(asked), told)).toBe(false)
})

function read(id: string) {
  const number = numberFrom(id)
  if (!number) throw new Error(`${id} is no number`)
  return number
}
