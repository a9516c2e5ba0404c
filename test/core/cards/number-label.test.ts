import { expect, test } from 'vitest'
import { numberLabel } from '../../../src/core/cards/number-label.ts'
import { numberFrom } from '../../../src/core/firm/firm.ts'

test.each([
  ['nip-7740001454', 'NIP 7740001454'],
  ['vat-GB220430231', 'VAT GB220430231'],
  // Two countries call theirs alike.
  ['ico-64608212', 'IČO (CZ) 64608212'],
  ['local-SK31333532', 'IČO (SK) 31333532'],
  // Its letters say what it is.
  ['local-DEHRB42243', 'HRB 42243'],
  ['local-DEHRB158855B', 'HRB 158855 B'],
  ['local-ROJ4083021997', 'Nr. reg. com. J40/8302/1997'],
  ['local-CHCHE105815381', 'UID CHE105815381'],
])('%s is called %s', (id, label) => {
  const number = numberFrom(id)
  expect(number && numberLabel(number)).toBe(label)
})

test.each([
  'local-HU0109972314',
  'local-ROJ4083021997',
  'local-GR044821507000',
  'siret-35600000000048',
])('%s fits on a button', (id) => {
  const number = numberFrom(id)
  expect(number && numberLabel(number).length).toBeLessThanOrEqual(30)
})
