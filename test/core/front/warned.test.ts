import { expect, test } from 'vitest'
import { meaning } from '../../../src/core/front/meaning.ts'
import { said } from '../../../src/core/front/said.ts'
import { content } from '../../person.ts'

function kindOf(text: string) {
  return content.doors && meaning(said({ text }, content), content.doors)?.kind
}

test.each([
  'Praca w Niemczech, magazyn. Paszport oddajesz kierowcy na czas podróży.',
  'Praca w Holandii. Paszport oddajesz szefowi.',
  'Work in Germany, warehouse. You give your passport to the driver',
  'Робота в Німеччині, склад. Паспорт віддаєте водію',
])('something critical is read however short: %s', (text) => {
  expect(kindOf(text)).toBe('advert')
})

test.each(['czy mam oddać paszport kierowcy?', 'can the driver keep my passport'])(
  'who asks about it is answered: %s',
  (text) => {
    expect(kindOf(text)).not.toBe('advert')
  },
)
