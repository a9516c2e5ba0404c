import { expect, test } from 'vitest'
import type { Person } from '../../../src/core/engine/run.ts'
import { newWalk, trip } from '../small.ts'

const ends = {
  first: { kind: 'say' },
  second: { kind: 'say' },
  third: { kind: 'say' },
}

test.each<[string, Person, string]>([
  ['language', { language: 'en' }, 'first'],
  ['language', { language: 'pl' }, 'third'],
  ['country', { language: 'pl', country: 'en' }, 'first'],
  ['country', { language: 'en', country: 'DE' }, 'third'],
  ['country', { language: 'en' }, 'second'],
])('a branch on %s leads %o to the %s', (on, person, step) => {
  const fork = { kind: 'branch', on, to: { en: 'first', unset: 'second' }, else: 'third' }
  const walk = newWalk(trip({ fork, ...ends }), person)
  walk.opens('trip')
  expect(walk.way()).toEqual([step])
})

test.each([
  ['yes', 'first'],
  ['no', 'third'],
])('a branch on an answer leads after %s to the %s', (answer, step) => {
  const walk = newWalk(
    trip({
      fee: { kind: 'ask', choices: { yes: 'fork', no: 'fork' } },
      fork: { kind: 'branch', on: 'fee', to: { yes: 'first', unset: 'second' }, else: 'third' },
      ...ends,
    }),
  )
  walk.opens('trip')
  walk.taps(answer)
  expect(walk.at()).toBe(`trip.${step}`)
})

test('a branch on an answer that was not given takes the way for unset', () => {
  const walk = newWalk(
    trip({
      fork: { kind: 'branch', on: 'fee', to: { yes: 'first', unset: 'second' }, else: 'third' },
      fee: { kind: 'ask', choices: { yes: 'fork' } },
      ...ends,
    }),
  )
  walk.opens('trip')
  expect(walk.at()).toBe('trip.second')
})

test('a branch takes the last answer of a step that was passed twice', () => {
  const walk = newWalk(
    trip({
      fee: { kind: 'ask', choices: { yes: 'sure', no: 'sure' } },
      sure: { kind: 'ask', choices: { yes: 'fork', no: 'fee' } },
      fork: { kind: 'branch', on: 'fee', to: { yes: 'first' }, else: 'third' },
      ...ends,
    }),
  )
  walk.opens('trip')
  walk.taps('yes', 'no', 'no', 'yes')
  expect(walk.at()).toBe('trip.third')
})

test('a language chosen in the same step is known to the branch behind it', () => {
  const walk = newWalk(
    trip({
      language: { kind: 'language', next: 'fork' },
      fork: { kind: 'branch', on: 'language', to: { en: 'first' }, else: 'third' },
      ...ends,
    }),
  )
  walk.opens('trip')
  walk.taps('en')
  expect(walk.at()).toBe('trip.first')
})
