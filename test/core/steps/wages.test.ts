import { describe, expect, test } from 'vitest'
import type { Person } from '../../../src/core/engine/run.ts'
import { Wage } from '../../../src/core/knowledge/wage.ts'
import type { ShowWage } from '../../../src/core/turn.ts'
import { newWalk, trip } from '../small.ts'

function wage(who?: string): Wage {
  return Wage.parse({
    amount: 9,
    currency: 'EUR',
    per: 'hour',
    ...(who && { who }),
    validFrom: '2026-01-01',
    nextChange: null,
    source: 'https://example.org',
    mark: 'seen',
    checkedOn: '2026-11-22',
  })
}

const wages = { NL: [wage(), wage('young'), wage('old')], DE: [wage(), wage()] }
const steps = {
  list: { kind: 'wages', other: 'country' },
  country: { kind: 'country', first: ['NL', 'DE'], next: 'list' },
}

function newTraveller(person: Person = { language: 'pl', country: 'NL' }) {
  const walk = newWalk(trip(steps, { wages }), person)
  walk.opens('trip')
  const shown = () => walk.effects().findLast((one): one is ShowWage => one.kind === 'wage')
  return { ...walk, wage: () => `${shown()?.country} ${shown()?.scale}` }
}

describe('the minimum wages of a country', () => {
  test('come one a screen, from the first to the last and back', () => {
    const walk = newTraveller()
    const seen = [walk.wage()]
    for (const page of ['page-1', 'page-2', 'page-1']) {
      walk.taps(page)
      seen.push(walk.wage())
    }
    expect(seen).toEqual(['NL 0', 'NL 1', 'NL 2', 'NL 1'])
  })

  test.each([
    [[], ['page-1', 'other']],
    [['page-1'], ['page-2', 'page-0', 'other']],
    [
      ['page-1', 'page-2'],
      ['page-1', 'other'],
    ],
  ])('after %j offer %j', (taps, choices) => {
    const walk = newTraveller()
    walk.taps(...taps)
    expect(walk.choices()).toEqual(choices)
  })

  test.each(['page-3', 'page--1', 'page-x', 'page-0.5', 'record-1'])('have no %s', (choice) => {
    const walk = newTraveller()
    walk.presses({ flow: 'trip', step: 'list' }, choice)
    expect(walk.hints()).toEqual(['common:old-button'])
  })

  test('have one screen where amounts only follow each other in time', () => {
    const walk = newTraveller({ language: 'pl', country: 'DE' })
    expect([walk.wage(), walk.choices()]).toEqual(['DE 0', ['other']])
  })

  test('begin anew with another country', () => {
    const walk = newTraveller()
    walk.taps('page-1', 'other', 'DE')
    expect([walk.wage(), walk.person.country]).toEqual(['DE 0', 'DE'])
  })

  test.each([['MX'], [undefined]])('are one screen without pages in %s', (country) => {
    const walk = newTraveller({ language: 'pl', country })
    expect([walk.wage(), walk.choices()]).toEqual([`${country ?? ''} 0`, ['other']])
  })
})
