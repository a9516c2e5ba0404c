import { describe, expect, test } from 'vitest'
import { type Open, route } from '../../../src/core/desk/route.ts'

interface Named extends Open {
  name: string
}

const usual: Open = { languages: ['pl'], countries: [], minors: false }
const desk = (name: string, what: Partial<Open> = {}): Named => ({ ...usual, ...what, name })

const seeker = { language: 'uk', country: 'NL', minor: false }

/** The desks among which it is drawn. */
function found(desks: Named[], who = seeker) {
  const drawn = [0, 1, 2, 3].map((draw) => route(desks, who, draw)?.name)
  return [...new Set(drawn)].sort()
}

describe('the desk that would talk with somebody', () => {
  test('speaks their language rather than knowing their country', () => {
    const desks = [desk('knows', { countries: ['NL'] }), desk('speaks', { languages: ['uk'] })]
    expect(found(desks)).toEqual(['speaks'])
  })

  test('knows their country rather than all', () => {
    expect(found([desk('any'), desk('knows', { countries: ['NL'] })])).toEqual(['knows'])
  })

  test('is for all countries rather than for another one', () => {
    expect(found([desk('elsewhere', { countries: ['NO'] }), desk('any')])).toEqual(['any'])
  })

  test('is for another country rather than none', () => {
    expect(found([desk('elsewhere', { countries: ['NO'] })])).toEqual(['elsewhere'])
  })

  test('is drawn where several fit equally', () => {
    expect(found([desk('one'), desk('other')])).toEqual(['one', 'other'])
  })

  test.each<[string, Partial<Open>]>([
    ['is paused', { isPaused: true }],
    ['is closed', { isClosed: true }],
  ])('is none that %s', (_name, what) => {
    expect(found([desk('it', what)])).toEqual([undefined])
  })

  test('takes minors, for whom is one', () => {
    const desks = [desk('grown-ups', { languages: ['uk'] }), desk('all', { minors: true })]
    expect(found(desks, { ...seeker, minor: true })).toEqual(['all'])
  })
})
