import { describe, expect, test } from 'vitest'
import type { Person } from '../../../src/core/engine/run.ts'
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
  indicators: {},
  facts: {},
  registers: {},
  wages: {},
  denied: [],
  emergencyNumbers: [],
  nicknames: {},
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
      'in the country first, then callers from anywhere, the rest of the country, then Europe',
      { country: 'PL', language: 'pl' },
      ['pl-for-callers-abroad', 'pl-at-home', 'eu-emergency', 'eu-advice'],
    ],
    [
      'who states only other languages comes last',
      { country: 'NL', language: 'pl' },
      [
        'nl-first',
        'pl-for-callers-abroad',
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
    'nl-first',
    'pl-for-callers-abroad',
  ])
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
    expect(seen).toEqual([
      'nl-first',
      'pl-for-callers-abroad',
      'nl-polish',
      'pl-for-callers-abroad',
    ])
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
