import { describe, expect, test } from 'vitest'
import { contentOf, newWalk, trip } from '../small.ts'

const ask = (choices: Record<string, unknown>) => ({ kind: 'ask', choices })

/** A question, a silent choice of the way, and questions on both sides. */
const content = contentOf({
  trip: {
    steps: {
      goes: ask({ far: 'way', near: 'way' }),
      way: { kind: 'branch', on: 'goes', to: { far: 'visa' }, else: 'bus' },
      visa: ask({ yes: 'firm', no: 'firm' }),
      bus: ask({ yes: 'firm', no: 'firm' }),
      firm: ask({ other: 'flow:other', end: 'end' }),
      end: { kind: 'say' },
    },
  },
  other: { steps: { hello: { kind: 'say', next: 'more' }, more: ask({ again: 'resume' }) } },
})

function newTraveller(...taps: string[]) {
  const walk = newWalk(content)
  walk.opens('trip')
  walk.taps(...taps)
  return walk
}

describe('Back', () => {
  test.each([
    ['far', 'visa'],
    ['near', 'bus'],
  ])('after %s leads to the question that was seen, over the branch', (answer, step) => {
    const walk = newTraveller(answer, 'yes', 'back')
    expect(walk.way()).toEqual([`goes=${answer}`, step])
  })

  test('passes a branch on the way to the question before it', () => {
    expect(newTraveller('far', 'back').way()).toEqual(['goes'])
  })

  test('takes the answer back, so another one leads another way', () => {
    expect(newTraveller('far', 'back', 'near').way()).toEqual(['goes=near', 'bus'])
  })

  test('on the first step leads to the menu, from where the way goes on', () => {
    const walk = newTraveller('back')
    expect(walk.at()).toBe('menu.groups')
    walk.taps('continue')
    expect(walk.way()).toEqual(['goes'])
  })

  test('on the first step of a room leads back to what it interrupted', () => {
    expect(newTraveller('far', 'sos', 'back').way()).toEqual(['goes=far', 'visa'])
  })

  test('inside a room stays in the room', () => {
    expect(newTraveller('sos', 'quiet', 'back').at()).toBe('sos.now')
  })

  test('in the menu of somebody who was nowhere stays in the menu', () => {
    const walk = newWalk(content)
    walk.opens('menu')
    walk.taps('back')
    expect(walk.at()).toBe('menu.groups')
  })

  test('on the last step leads to the one before', () => {
    expect(newTraveller('far', 'yes', 'end', 'back').way()).toEqual([
      'goes=far',
      'visa=yes',
      'firm',
    ])
  })
})

describe('another flow', () => {
  test('leads back to the question that led there, unanswered', () => {
    const walk = newTraveller('near', 'no', 'other', 'next', 'again')
    expect(walk.way()).toEqual(['goes=near', 'bus=no', 'firm'])
  })
})

describe('one step of another flow', () => {
  const many = contentOf({
    trip: { steps: { fee: ask({ other: 'flow:other.inner', room: 'flow:room.inner' }) } },
    other: { steps: { hello: ask({ in: 'inner' }), inner: ask({ on: 'last' }), last: ask({}) } },
    room: {
      aside: true,
      steps: {
        door: ask({ in: 'inner' }),
        inner: ask({ law: 'flow:books.law', 'go-on': 'resume' }),
      },
    },
    books: { aside: true, steps: { shelf: ask({ law: 'law' }), law: { kind: 'say' } } },
  })

  function newReader(...taps: string[]) {
    const walk = newWalk(many)
    walk.opens('trip')
    walk.taps(...taps)
    return walk
  }

  test('begins a way that holds nothing before it', () => {
    const walk = newReader('other')
    expect([walk.at(), walk.way()]).toEqual(['other.inner', ['inner']])
    walk.taps('on')
    expect(walk.way()).toEqual(['inner=on', 'last'])
  })

  test('Back leads from it as from the first step, to the menu', () => {
    const walk = newReader('other', 'on', 'back', 'back')
    expect(walk.at()).toBe('menu.groups')
    walk.taps('continue')
    expect(walk.at()).toBe('other.inner')
  })

  test('Back leads from it to the way, when it is in a room', () => {
    const walk = newReader('room')
    expect(walk.at()).toBe('room.inner')
    walk.taps('back')
    expect([walk.at(), walk.way()]).toEqual(['trip.fee', ['fee']])
  })

  test('Back leads from room to room, and the way is not forgotten', () => {
    const walk = newReader('room', 'law')
    expect(walk.at()).toBe('books.law')
    walk.taps('back')
    expect(walk.at()).toBe('room.inner')
    walk.taps('back')
    expect(walk.at()).toBe('trip.fee')
  })
})

describe('SOS and Menu', () => {
  /** Every step where one can stand, with the taps that lead there. */
  const places: [string, string[]][] = [
    ['goes', []],
    ['goes=far visa', ['far']],
    ['goes=near bus', ['near']],
    ['goes=near bus=yes firm', ['near', 'yes']],
    ['goes=far visa=no firm=end end', ['far', 'no', 'end']],
  ]

  test.each(places)('SOS opens at %s and the way goes on there', (way, taps) => {
    const walk = newTraveller(...taps, 'sos')
    expect(walk.at()).toBe('sos.now')
    walk.taps('go-on')
    expect(walk.way().join(' ')).toBe(way)
  })

  test.each(places)('the menu opens at %s and the way goes on there', (way, taps) => {
    const walk = newTraveller(...taps, 'menu')
    expect(walk.at()).toBe('menu.groups')
    walk.taps('continue')
    expect(walk.way().join(' ')).toBe(way)
  })

  test('one from inside the other do not forget the way', () => {
    const walk = newTraveller('far', 'sos', 'quiet', 'menu', 'more', 'sos', 'go-on')
    expect(walk.way()).toEqual(['goes=far', 'visa'])
  })

  test('of somebody who was nowhere offer nothing to go on with', () => {
    const walk = newWalk(content)
    walk.opens('sos')
    expect(walk.choices()).toEqual(['quiet'])
  })

  test('a way to go on with cannot be forged', () => {
    const walk = newWalk(content)
    walk.opens('sos')
    walk.presses({ flow: 'sos', step: 'now' }, 'go-on')
    expect(walk.hints()).toEqual(['common:old-button'])
  })
})

test('a way that comes by a step again is back at it, and what lay between is asked anew', () => {
  const walk = newWalk(
    trip({
      first: { kind: 'ask', choices: { on: 'second' } },
      second: { kind: 'ask', choices: { round: 'first', out: 'flow:menu' } },
    }),
  )
  walk.opens('trip')
  walk.taps('on', 'round', 'on', 'round', 'on')
  expect(walk.way()).toEqual(['first=on', 'second'])
})
