import { expect, test } from 'vitest'
import { phrases } from '../front/words.ts'
import { newWalk, trip } from '../small.ts'

const ends = { old: { kind: 'say', next: 'flow:menu' }, young: { kind: 'say' } }
const once = { age: { kind: 'age', adult: 'old', minor: 'young' }, ...ends }

test.each([
  ['adult', 'old', false],
  ['minor', 'young', true],
])('who answers %s goes to %s, and only yes or no is kept', (answer, step, minor) => {
  const walk = newWalk(trip(once))
  walk.opens('trip')
  walk.taps(answer)
  expect([walk.at(), walk.person.minor]).toEqual([`trip.${step}`, minor])
})

test.each([
  ['17', true],
  ['18', false],
  ['18+', false],
  ['im 17', true],
  ['im 25!', false],
  ['nearly 18', undefined],
  ['<18', undefined],
  ['it is 40 hours and 15 euro', undefined],
  ['im 18 years old', false],
  ['im not 18', undefined],
  ['my son is 16', undefined],
  ['15 euro', undefined],
  ['fees of 15', undefined],
  ['from 17 to 25', undefined],
  ['7', undefined],
  ['100', undefined],
  ['somebody who is 17 has asked me about it', undefined],
])('who types %s is a minor: %s', (text, minor) => {
  const walk = newWalk(trip(once, { phrases: { en: phrases } }))
  walk.opens('trip')
  walk.says(text)
  expect(walk.person.minor).toBe(minor)
})

test.each([
  [false, 'old'],
  [true, 'young'],
])('who has said minor: %s is not asked again', (minor, step) => {
  const walk = newWalk(trip(once), { language: 'pl', minor })
  walk.opens('trip')
  expect(walk.way()).toEqual([step])
})

test('with `anew` it is asked once more and can be put right', () => {
  const walk = newWalk(trip({ ...once, age: { ...once.age, anew: true } }), {
    language: 'pl',
    minor: true,
  })
  walk.opens('trip')
  walk.taps('adult')
  expect(walk.person.minor).toBe(false)
})

test.each([
  [undefined, 'none'],
  [false, 'old'],
  [true, 'young'],
])('a branch on the age after minor: %s leads to %s', (minor, step) => {
  const to = { adult: 'old', minor: 'young', unset: 'none' }
  const fork = { kind: 'branch', on: 'age', to, else: 'none' }
  const walk = newWalk(trip({ fork, ...ends, none: { kind: 'say' } }), { language: 'pl', minor })
  walk.opens('trip')
  expect(walk.way()).toEqual([step])
})

test('an age that was just given is known to the branch behind it', () => {
  const fork = { kind: 'branch', on: 'age', to: { minor: 'young' }, else: 'old' }
  const age = { kind: 'age', adult: 'fork', minor: 'fork' }
  const walk = newWalk(trip({ age, fork, ...ends }))
  walk.opens('trip')
  walk.taps('minor')
  expect(walk.at()).toBe('trip.young')
})
