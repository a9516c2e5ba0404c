import { expect, test } from 'vitest'
import type { Answer } from '../../../src/core/firm/firm.ts'
import { newWalk, trip } from '../small.ts'

const ends = ['found', 'nobody', 'later', 'hand'].map((name) => [name, { kind: 'say' }] as const)
const content = trip({
  name: { kind: 'input', accepts: 'name', next: 'search' },
  search: {
    kind: 'search',
    proves: 'firm',
    of: 'name',
    to: { found: 'found', 'not-found': 'nobody', unavailable: 'later', 'by-hand': 'hand' },
  },
  ...Object.fromEntries(ends),
})
const question = { by: 'name', name: 'Equinor', country: 'NO', proves: 'firm' } as const
const equinor = { number: { kind: 'orgnr', value: '923609016' }, name: 'EQUINOR ASA' } as const
const proof = { register: 'NO_ENHETER', number: '', asOf: '2026-11-22T12:00:00Z' }

/** Somebody who waits for the firms of a name. */
function waits(person: { country?: string } = { country: 'NO' }) {
  const walk = newWalk(content, { language: 'pl', ...person })
  walk.opens('trip')
  walk.says('Equinor')
  const hears = (answer: Partial<Answer>) =>
    walk.receive({
      kind: 'checked',
      answer: { question, findings: [], candidates: [], ...answer },
    })
  return { ...walk, hears }
}

test('a name is asked about in the country of the person', () => {
  expect(waits().effects()).toContainEqual({ kind: 'check', question })
})

test('without a country nobody can be asked', () => {
  expect(waits({}).way()).toEqual(['name=Equinor', 'hand'])
})

test('firms that bear it can be chosen', () => {
  const walk = waits()
  walk.hears({ candidates: [equinor] })
  walk.taps('orgnr-923609016')
  expect(walk.way()).toEqual(['name=Equinor', 'search=orgnr-923609016', 'found'])
})

test('none of them may be the right one', () => {
  const walk = waits()
  walk.hears({ candidates: [equinor] })
  walk.taps('none')
  expect(walk.at()).toBe('trip.nobody')
})

test('a long name is cut to fit on its button', () => {
  const walk = waits()
  walk.hears({ candidates: [{ ...equinor, name: 'X'.repeat(80), seat: 'Stavanger' }] })
  const [show] = walk.shows()
  expect(show?.choices?.[0]?.label.vars?.text).toHaveLength(30)
})

test.each([
  ['ends where the room ends', `${'X'.repeat(28)}🐟`, `${'X'.repeat(28)}🐟`],
  ['lies where the name is cut', `${'X'.repeat(28)}🐟🐟`, `${'X'.repeat(28)}…`],
  ['lies right before the cut', `${'X'.repeat(27)}🐟ASA`, `${'X'.repeat(27)}🐟…`],
])('an emoji is on the button whole or not at all: it %s', (_where, name, shown) => {
  const walk = waits()
  walk.hears({ candidates: [{ ...equinor, name }] })
  const [show] = walk.shows()
  expect(show?.choices?.[0]?.label.vars?.text).toBe(shown)
})

test.each([
  ['nobody', { findings: [{ ...proof, outcome: 'not-found' }] }],
  ['later', { findings: [{ ...proof, outcome: 'unavailable', reason: 'down' }] }],
  ['hand', { findings: [] }],
] as [string, Partial<Answer>][])('without a firm the way goes to %s', (step, answer) => {
  const walk = waits()
  walk.hears(answer)
  expect(walk.at()).toBe(`trip.${step}`)
})

test('an answer about another name is for nobody', () => {
  const walk = waits()
  walk.hears({ question: { ...question, name: 'Statoil' }, candidates: [equinor] })
  expect([walk.at(), walk.effects()]).toEqual(['trip.search', []])
})
