import { describe, expect, test } from 'vitest'
import { countryName, countryTyped, plain } from '../../src/core/countries.ts'
import { content } from '../person.ts'

describe('a typed country', () => {
  test.each([
    ['Francja', 'FR'],
    ['Niemcy', 'DE'],
    ['niemcy', 'DE'],
    ['Wielka Brytania', 'GB'],
    ['Rosja', 'RU'],
    ['Serbia', 'RS'],
    ['Hiszpania', 'ES'],
    ['Włochy', 'IT'],
    ['Wlochy', 'IT'],
    ['SŁOWACJA', 'SK'],
    ['Mjanma (Birma)', 'MM'],
    ['germany', 'DE'],
    ['Netherlands', 'NL'],
    ['Côte d’Ivoire', 'CI'],
    ["cote d'ivoire", 'CI'],
    ['Україна', 'UA'],
    ['Польща', 'PL'],
    ['Россия', 'RU'],
    ['Чехия', 'CZ'],
    ['  Norwegia.\n', 'NO'],
  ])('%s is %s', (typed, code) => {
    expect(countryTyped(typed, ['pl', 'en', 'uk', 'ru'])).toBe(code)
  })

  test.each(['', ' ', '…', 'Narnia', 'a'.repeat(61), 'Unia Europejska', 'strefa euro'])(
    '"%s" is none',
    (typed) => {
      expect(countryTyped(typed, ['pl', 'en'])).toBeUndefined()
    },
  )

  test('is known only in the languages of the bot', () => {
    expect(countryTyped('Deutschland', ['pl', 'en'])).toBeUndefined()
  })

  const ours = Object.keys(content.contacts).filter((code) => code !== 'EU')
  test.each(content.languages)('is found by its name in %s wherever somebody helps', (language) => {
    const found = ours.map((code) => countryTyped(countryName(code, language), [language]))
    expect(found).toEqual(ours)
  })
})

describe('plain words', () => {
  test.each([
    ['Pomóżcie MI!!!', 'pomozcie mi'],
    ['Łódź', 'lodz'],
    ["I'm  in—danger", 'i m in danger'],
    ['ＨＥＬＰ', 'help'],
    ['🆘', ''],
  ])('of %j are %j', (typed, expected) => {
    expect(plain(typed)).toBe(expected)
  })
})

test('a nickname of a country is understood too', () => {
  expect(countryTyped('Anglia', ['pl'], { anglia: 'GB' })).toBe('GB')
})
