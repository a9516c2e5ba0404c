import { describe, expect, test } from 'vitest'
import { isShown } from '../../src/core/contact.ts'
import { contactText } from '../../src/core/contact-card.ts'
import { voiceFor } from '../../src/core/voice.ts'
import { content, newReader } from '../person.ts'
import { words } from './reader.ts'

const noon = new Date('2026-11-23T12:00:00Z')
const night = new Date('2026-11-22T02:00:00Z')

describe('help contacts', () => {
  test.each(content.languages)(
    'every record can be read in %s, by day and by night',
    (language) => {
      const cards = Object.values(content.contacts)
        .flat()
        .flatMap((contact) => [noon, night].map((now) => contactText(contact, now)))
        .map((text) => words.plain(text, voiceFor(content, { language })))
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

  test('the first in the Netherlands is FairWork', async () => {
    const person = await newReader()
    await person.opens('start contacts')
    await person.taps('NL')
    expect(JSON.stringify(person.sees())).toContain('FairWork')
  })

  test('a country can be typed by its nickname', async () => {
    const person = await newReader()
    await person.opens('start contacts')
    await person.says('Anglia')
    expect((await person.talk())?.country).toBe('GB')
  })
})
