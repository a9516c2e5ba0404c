import { describe, expect, test } from 'vitest'
import { createWords } from '../../src/content/words.ts'
import { guideText, type Named, registerText } from '../../src/core/cards/register.ts'
import { linkFor, registersFor, type Sought } from '../../src/core/cards/register-link.ts'
import type { Text } from '../../src/core/turn.ts'
import { content, locales } from '../person.ts'

const words = createWords(locales, content.languages)
const all = Object.entries(content.registers)
const named = [...new Set(all.flatMap(([, { countries }]) => countries))].filter(
  (code) => code !== 'ZZ',
)

const longName = 'Wolfgang Müller-Personaldienstleistungen & Söhne GmbH Co. KG'
const known: [string, Sought][] = [
  ['nothing', {}],
  ['a name', { name: longName }],
  ['a name in other letters', { name: 'Ж'.repeat(60) }],
  ['a number', { number: { kind: 'vat', value: 'DE136695976' } }],
  ['both', { number: { kind: 'vat', value: 'FI01806110' }, name: longName }],
]

/** As people see it: without markup, the signs of HTML as one. */
function seen(text: Text, language: string) {
  return words.plain(text, { language, ambient: {} })
}

function screensOf(one: Named, sought: Sought) {
  return [registerText(one, sought, content), guideText(one, sought)]
}

describe.each(content.languages)('in %s', (language) => {
  test.each(known)('no screen of a register is longer than a message with %s', (_name, sought) => {
    const long = all.flatMap((one) =>
      screensOf(one, sought)
        .map((text) => `${one[0]} ${text.key} ${[...seen(text, language)].length}`)
        .filter((line) => Number(line.split(' ').at(-1)) > 600),
    )
    expect(long).toEqual([])
  })
})

test('every country that is named has a page of firms that opens', () => {
  const without = named.filter(
    (code) => !registersFor(content, code, 'firm').some(([, one]) => linkFor(one)),
  )
  expect(without).toEqual([])
})

test.each(['AT', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GE'])(
  '%s has a register of its own before those of many countries',
  (code) => expect(own(code)).toBe(true),
)

test.each(['GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL'])(
  '%s has a register of its own before those of many countries',
  (code) => expect(own(code)).toBe(true),
)

test.each(['PT', 'RO', 'SE', 'SI', 'SK', 'TR', 'UA'])(
  '%s has a register of its own before those of many countries',
  (code) => expect(own(code)).toBe(true),
)

function own(country: string) {
  const [first] = registersFor(content, country, 'firm')
  return first !== undefined && first[1].countries.length === 1 && linkFor(first[1]) !== undefined
}

function local(value: string): Sought {
  return { number: { kind: 'local', value } }
}

describe('the address', () => {
  const url = (id: string, sought: Sought) => {
    const register = content.registers[id]
    return register && linkFor(register, sought)?.url
  }

  test.each<[string, Sought, string]>([
    ['SK_ORSR', { name: 'Žilinská práca s.r.o.' }, 'OBMENO=Zilinska%20praca%20s.r.o.&'],
    ['LT_JAR', { name: 'UAB „Darbas“' }, 'pav=UAB%20%E2%80%9EDarbas%E2%80%9C'],
    ['CH_ZEFIX', { name: 'Muster AG' }, '?name=Muster%20AG'],
    ['GB_COMPANIES', { name: 'Arctic Jobs Ltd' }, 'search?q=Arctic%20Jobs%20Ltd'],
    ['GB_COMPANIES', { number: { kind: 'crn', value: '00445790' } }, '/company/00445790'],
    ['BE_KBO', { number: { kind: 'vat', value: 'BE0403170701' } }, 'ondernemingsnummer=0403170701'],
    ['FI_YTJ', { number: { kind: 'vat', value: 'FI01806110' } }, '/yritys/0180611-0'],
    ['LV_UR', { number: { kind: 'vat', value: 'LV40003520643' } }, 'legal-entity/40003520643'],
    ['BG_TR', { number: { kind: 'vat', value: 'BG831902088' } }, '?uic=831902088'],
    ['SK_ORSR', local('SK31333532'), 'hladaj_ico.asp?ICO=31333532&'],
    ['LT_JAR', local('LT110053842'), '?kod=110053842'],
    ['CH_UID', local('CHE112229805'), '?uid_id=CHE112229805'],
    ['CH_UID', local('CH112229805'), '?uid_id=CHE112229805'],
    ['NL_KVK', { number: { kind: 'kvk', value: '69599084' } }, '?kvknummer=69599084'],
  ])('of %s takes what is known', (id, sought, part) => {
    expect(url(id, sought)).toContain(part)
  })

  test.each(['IT_IMPRESE', 'DE_HANDELSREGISTER', 'GB_VAT'])('of %s takes nothing', (id) => {
    expect(url(id, { name: 'Muster' })).toBe(url(id, {}))
  })
})
