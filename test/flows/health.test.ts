import { describe, expect, test } from 'vitest'
import { helpers } from '../../src/core/steps/contacts.ts'
import { content, newReader } from '../person.ts'

/** Countries where a line that listens to adults has something to show. */
const countries = [
  'AT',
  'BE',
  'CH',
  'CZ',
  'DE',
  'DK',
  'ES',
  'FI',
  'FR',
  'GB',
  'IE',
  'IT',
  'LT',
  'MD',
  'NL',
  'NO',
  'PL',
  'PT',
  'SE',
  'SK',
  'UA',
]

describe('who cannot bear it any more', () => {
  test.each(countries)('finds a line that listens first in %s, in every language', (country) => {
    for (const language of content.languages) {
      const [first] = helpers(content, { country, language }, 'crisis')
      expect(first?.kinds).toContain('crisis')
      expect(first?.id).toMatch(new RegExp(`^${country.toLowerCase()}-`))
    }
  })

  test('finds everybody else where no such line is known', () => {
    const [first] = helpers(content, { country: 'LU', language: 'pl' }, 'crisis')
    expect(first?.id).toBe('lu-infotraite')
  })

  test.each([
    ['FI', 'uk', 'fi-mieli-uk'],
    ['FI', 'ru', 'fi-mieli-ru'],
    ['DE', 'ru', 'de-doweria'],
    ['DE', 'pl', 'de-telefonseelsorge'],
  ])('in %s finds a line that speaks %s first', (country, language, id) => {
    expect(helpers(content, { country, language }, 'crisis')[0]?.id).toBe(id)
  })

  test('is not asked for their age, and one button says under 18', async () => {
    const person = await newReader()
    await person.opens('start health')
    await person.taps('death')
    await person.taps('young')
    expect(person.at()).toBe('health.child')
    await person.taps('other')
    expect(person.at()).toBe('health.country')
  })
})

test('help for body and soul leads back to what was interrupted', async () => {
  const person = await newReader()
  await person.opens('start offer')
  await person.taps('sos')
  await person.taps('doctor')
  await person.taps('ill')
  await person.taps('go-on')
  expect(person.at()).toBe('offer.age')
})
