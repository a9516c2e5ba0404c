import { describe, expect, test } from 'vitest'
import { contactText } from '../../src/core/cards/contact.ts'
import { isShown, shownPhones } from '../../src/core/knowledge/contact.ts'
import { deniedIn } from '../../src/core/knowledge/denied.ts'
import { helpers } from '../../src/core/steps/contacts.ts'
import { voiceFor } from '../../src/core/voice.ts'
import { content, keysOf, locales, newReader } from '../person.ts'
import { words } from './reader.ts'

const noon = new Date('2026-11-23T12:00:00Z')
const night = new Date('2026-11-22T02:00:00Z')
const eve = new Date('2026-12-24T20:00:00Z')
const christmas = new Date('2026-12-25T11:00:00Z')
const records = Object.values(content.contacts).flat()

/** What people in a language read of every record, by day and by night. */
function cardsIn(language: string) {
  return Object.entries(content.contacts)
    .flatMap(([country, some]) => some.map((contact) => ({ country, contact })))
    .flatMap(({ country, contact }) =>
      [noon, night, eve, christmas].map((now) =>
        contactText(contact, country, now, content.holidays),
      ),
    )
    .map((text) => words.plain(text, voiceFor(content, { language })))
}

describe('help contacts', () => {
  test.each(content.languages)(
    'every record can be read in %s, by day and by night, before a holiday and on one',
    (language) => {
      const cards = cardsIn(language)
      expect(cards.filter((card) => [...card].length > 600 || /\{\{|undefined/.test(card))).toEqual(
        [],
      )
    },
  )

  test.each(['NL', 'DE', 'GB', 'NO', 'PL'])(
    'somebody in %s finds something to turn to',
    (country) => {
      expect(content.contacts[country]?.filter(isShown).length).toBeGreaterThan(2)
    },
  )

  test.each<[string, string[]]>([
    ['NL', ['pl-kcik', 'nl-fairwork', 'eu-emergency-112']],
    ['DE', ['pl-kcik', 'de-faire-mobilitaet-pl', 'eu-emergency-112']],
    ['GB', ['pl-kcik', 'gb-modern-slavery-helpline', 'gb-emergency-999']],
    ['PL', ['pl-kcik', 'eu-emergency-112', 'pl-la-strada']],
  ])('in %s the first three are %j', (country, ids) => {
    const found = helpers(content, { country, language: 'pl' })
    expect(found.slice(0, 3).map(({ id }) => id)).toEqual(ids)
  })

  test.each(['AE', 'KH', 'RU', 'US'])('nobody in %s is given the numbers of Europe', (country) => {
    const found = helpers(content, { country, language: 'pl' })
    expect(found.flatMap(shownPhones).filter(({ short }) => short)).toEqual([])
  })

  test('a country can be typed by its nickname', async () => {
    const person = await newReader()
    await person.opens('start contacts')
    await person.says('Anglia')
    expect((await person.talk())?.country).toBe('GB')
  })
})

describe('what must never be shown', () => {
  test('is a list that somebody keeps', () => {
    expect(content.denied.length).toBeGreaterThanOrEqual(32)
  })

  test.each(content.languages)('stands on no card in %s', (language) => {
    expect(cardsIn(language).flatMap((card) => deniedIn(card, content.denied))).toEqual([])
  })

  test('stands in no record, also not in a note', () => {
    expect(deniedIn(JSON.stringify(records), content.denied)).toEqual([])
  })

  test.each(content.languages)('and no text in %s holds a phone number', (language) => {
    const texts = JSON.stringify(locales[language]).replaceAll(/\{\{.*?\}\}/g, '')
    expect(texts.match(/(?:\d[\s()./\p{Pd}]{0,2}){6,}/gu)).toBeNull()
  })
})

describe('every record', () => {
  test.each(['2026-12-25T11:00:00Z', '2027-03-29T10:00:00Z', '2029-01-01T11:00:00Z'])(
    'with hours says at %s that it is a holiday, or that it is always open',
    (now) => {
      const cards = Object.entries(content.contacts).flatMap(([country, some]) =>
        some
          .filter(({ hours }) => hours)
          .map((one) => keysOf(contactText(one, country, new Date(now), content.holidays))),
      )
      const all = cards.map((keys) =>
        keys.filter((key) => /hours\.(always|open|closed|holiday)$/.test(key)),
      )
      expect(all.length).toBeGreaterThan(40)
      expect(new Set(all.flat())).toEqual(
        new Set(['contact:hours.always', 'contact:hours.holiday']),
      )
    },
  )

  test('that shows something names the page where it was seen', () => {
    const shown = records.filter(isShown)
    expect(shown.filter(({ source }) => !source.url).map(({ id }) => id)).toEqual([])
  })

  test('that nobody has seen on a page shows nothing', () => {
    const remembered = records.filter(({ source }) => source.seenAs === 'memory')
    expect(remembered.flatMap(shownPhones)).toEqual([])
    expect(remembered.filter(isShown)).toEqual([])
  })

  test('of all 35 countries and of Europe is there', () => {
    expect(Object.keys(content.contacts).length).toBeGreaterThanOrEqual(36)
    expect(records.length).toBeGreaterThanOrEqual(125)
  })
})
