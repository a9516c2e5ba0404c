import { describe, expect, test } from 'vitest'
import type { Person } from '../../../src/core/engine/run.ts'
import type { Contact } from '../../../src/core/knowledge/contact.ts'
import { helpers } from '../../../src/core/steps/contacts.ts'
import { contact, newWalk, phone, trip } from '../small.ts'

const contacts = {
  EU: [contact('eu-emergency'), contact('eu-advice')],
  NL: [
    contact('nl-first'),
    contact('nl-dutch-only', { languages: ['nl'] }),
    contact('nl-polish', { languages: ['nl', 'pl'] }),
  ],
  PL: [contact('pl-for-callers-abroad', { abroad: true }), contact('pl-at-home')],
}

const knowledge = {
  contacts,
  holidays: {},
  indicators: {},
  facts: {},
  registers: {},
  agencyNames: {},
  wages: {},
  denied: [],
  emergencyNumbers: [],
  nicknames: {},
  conduct: { wording: '2026-11-30', pages: ['never'] },
  replies: {},
  phrases: {},
  languages: ['pl'],
}

const steps = {
  list: { kind: 'contacts', other: 'country' },
  country: { kind: 'country', first: ['NL', 'PL'], next: 'list' },
}

function newTraveller(person: Person = { language: 'pl', country: 'NL' }) {
  const walk = newWalk(trip(steps, { contacts }), person)
  walk.opens('trip')
  return walk
}

describe('who helps', () => {
  const order: [string, Person, string[]][] = [
    [
      'the first of the country, its others, then Europe',
      { country: 'PL', language: 'pl' },
      ['pl-for-callers-abroad', 'pl-at-home', 'eu-emergency', 'eu-advice'],
    ],
    [
      'who states only other languages comes last',
      { country: 'NL', language: 'pl' },
      [
        'pl-for-callers-abroad',
        'nl-first',
        'nl-polish',
        'eu-emergency',
        'eu-advice',
        'nl-dutch-only',
      ],
    ],
    [
      'in a country without contacts: callers from anywhere, then Europe',
      { country: 'JP', language: 'pl' },
      ['pl-for-callers-abroad', 'eu-emergency', 'eu-advice'],
    ],
    [
      'without a country: callers from anywhere, then Europe',
      { language: 'pl' },
      ['pl-for-callers-abroad', 'eu-emergency', 'eu-advice'],
    ],
  ]

  test.each(order)('%s', (_name, person, ids) => {
    expect(helpers(knowledge, person).map(({ id }) => id)).toEqual(ids)
  })
})

test('a list that begins with one kind puts it first in whatever language, and the rest as ever', () => {
  const crisis = contact('nl-crisis', { kinds: ['crisis'], languages: ['nl'] })
  const NL = [...contacts.NL, crisis]
  const person = { country: 'NL', language: 'pl' }
  const all = helpers({ ...knowledge, contacts: { ...contacts, NL } }, person, 'crisis')
  expect(all.slice(0, 3).map(({ id }) => id)).toEqual([
    'nl-crisis',
    'pl-for-callers-abroad',
    'nl-first',
  ])
})

describe('in which order', () => {
  const number = phone('+4711', { fromAbroad: true })
  const inside = phone('+47800', { fromAbroad: false })
  const short = phone('116111', { short: true })
  function orderOf(NO: Contact[], EU: Contact[] = []) {
    const all = { NO, EU, PL: contacts.PL }
    return helpers({ ...knowledge, contacts: all }, { country: 'NO', language: 'pl' }).map(
      ({ id }) => id,
    )
  }

  test.each([
    ['can be called before the journey comes', [number], ['no-first', 'pl-for-callers-abroad']],
    ['has no number yields', [], ['pl-for-callers-abroad', 'no-first']],
    ['answers only there yields', [inside], ['pl-for-callers-abroad', 'no-first']],
    ['has a short code alone yields', [short], ['pl-for-callers-abroad', 'no-first']],
  ])("the country's first who %s", (_name, phones, ids) => {
    expect(orderOf([contact('no-first', { phones })])).toEqual(ids)
  })

  test('emergency numbers come early, then whoever has a number, also if it speaks English alone', () => {
    const ids = orderOf(
      [
        contact('no-first', { phones: [number] }),
        contact('no-website'),
        contact('no-english', { phones: [number], languages: ['no', 'en'] }),
        contact('no-norwegian', { phones: [number], languages: ['no'] }),
        contact('no-number', { phones: [inside] }),
        contact('no-emergency', { phones: [short], kinds: ['emergency'] }),
      ],
      [
        contact('eu-website'),
        contact('eu-number', { phones: [number] }),
        contact('eu-emergency', { phones: [short], kinds: ['emergency'] }),
      ],
    )
    expect(ids).toEqual([
      'no-first',
      'pl-for-callers-abroad',
      'no-emergency',
      'eu-emergency',
      'no-number',
      'no-english',
      'no-website',
      'eu-number',
      'eu-website',
      'no-norwegian',
    ])
  })
})

describe('outside the countries of a short number', () => {
  const EU = [contact('eu-emergency', { kinds: ['emergency'], countries: ['NL'] })]
  function visits(country: string) {
    const walk = newWalk(trip(steps, { contacts: { ...contacts, EU } }), {
      language: 'pl',
      country,
    })
    walk.opens('trip')
    return walk
  }
  const keys = (country: string) =>
    visits(country)
      .shows()
      .map(({ text }) => text.key)

  test.each([
    ['AE', false],
    ['NL', true],
  ])('in %s it is listed: %s', (country, isListed) => {
    const found = helpers({ ...knowledge, contacts: { EU } }, { country, language: 'pl' })
    expect(found.length > 0).toBe(isListed)
  })

  test('the person hears that no emergency number is known, and then who helps', () => {
    expect(keys('AE')).toContain('contact:no-emergency')
    expect(visits('AE').contact()).toBe('pl-for-callers-abroad')
    expect(keys('NL')).not.toContain('contact:no-emergency')
  })

  test('a list of named records says nothing of it', () => {
    const list = { kind: 'contacts', only: ['pl-at-home'], other: 'flow:menu' }
    const walk = newWalk(trip({ list }, { contacts }), { language: 'pl', country: 'AE' })
    walk.opens('trip')
    expect(walk.shows()).toEqual([])
  })
})

test('where somebody else is, their country counts and one’s own stays as it was', () => {
  const there = {
    where: { kind: 'country', own: false, first: ['NL', 'PL'], next: 'there' },
    there: { kind: 'contacts', of: 'where', other: 'where' },
  }
  const person: Person = { language: 'pl', country: 'PL' }
  const walk = newWalk(trip(there, { contacts }), person)
  walk.opens('trip')
  walk.taps('NL', 'record-1')
  expect([walk.contact(), walk.person.country]).toEqual(['nl-first', 'PL'])
})

test.each([
  ['nothing at all', { website: null }],
  ['a number that nobody called', { website: null, phones: [phone('+48111', { show: false })] }],
  ['a website from memory', { website: { url: 'https://a.org', mark: 'memory' } }],
])('who has %s to show is not on the list', (_name, more) => {
  const MX = [contact('mx-shown'), contact('mx-hidden', more)]
  const found = helpers({ ...knowledge, contacts: { MX } }, { country: 'MX' })
  expect(found.map(({ id }) => id)).toEqual(['mx-shown'])
})

describe('the screens', () => {
  test('show one record each, from the first to the last and back', () => {
    const walk = newTraveller()
    const seen = [walk.contact()]
    for (const page of ['record-1', 'record-2', 'record-1']) {
      walk.taps(page)
      seen.push(walk.contact())
    }
    expect(seen).toEqual(['pl-for-callers-abroad', 'nl-first', 'nl-polish', 'nl-first'])
  })

  test.each([
    [[], ['record-1', 'other']],
    [['record-1'], ['record-2', 'record-0', 'other']],
    [
      ['record-1', 'record-2', 'record-3', 'record-4', 'record-5'],
      ['record-4', 'other'],
    ],
  ])('after %j offer %j', (taps, choices) => {
    const walk = newTraveller()
    walk.taps(...taps)
    expect(walk.choices()).toEqual(choices)
  })

  test.each(['record-6', 'record--1', 'record-x', 'record-0.5'])('have no %s', (choice) => {
    const walk = newTraveller()
    walk.presses({ flow: 'trip', step: 'list' }, choice)
    expect(walk.hints()).toEqual(['common:old-button'])
  })

  test('say which record comes next, and of how many', () => {
    const walk = newTraveller()
    const [next] = walk.effects().flatMap((one) => ('choices' in one ? (one.choices ?? []) : []))
    expect(next?.label).toEqual({ key: 'contact:next', vars: { at: 2, of: 6 } })
  })

  test('begin anew with another country', () => {
    const walk = newTraveller()
    walk.taps('record-1', 'other', 'PL')
    expect([walk.contact(), walk.person.country]).toEqual(['pl-for-callers-abroad', 'PL'])
  })

  test('show one without a name where nobody is known at all', () => {
    const walk = newWalk(trip(steps), { language: 'pl' })
    walk.opens('trip')
    expect([walk.contact(), walk.choices()]).toEqual(['', ['other']])
  })

  test('show only the named records, in that order, wherever the person is', () => {
    const MX = [contact('mx-a'), contact('mx-b'), contact('mx-hidden', { website: null })]
    const only = ['mx-b', 'mx-hidden', 'mx-a']
    const list = { kind: 'contacts', only, other: 'flow:menu' }
    const walk = newWalk(trip({ list }, { contacts: { MX } }), { language: 'pl', country: 'NL' })
    walk.opens('trip')
    const first = walk.contact()
    walk.taps('record-1')
    expect([first, walk.contact(), walk.choices()]).toEqual(['mx-b', 'mx-a', ['record-0', 'other']])
  })
})
