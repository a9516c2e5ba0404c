import { describe, expect, test } from 'vitest'
import { contentOf, newWalk, trip } from '../small.ts'

const ask = (...targets: string[]) => ({
  kind: 'ask',
  choices: Object.fromEntries(targets.map((target, index) => [`to${index}`, target])),
})
const verdict = { verdict: { kind: 'report', next: 'end' }, end: { kind: 'say' } }

function progressOf(steps: Record<string, unknown>, ...taps: string[]) {
  const walk = newWalk(trip({ ...steps, ...verdict }))
  walk.opens('trip')
  walk.taps(...taps)
  return walk.progress()
}

const line = { a: ask('b'), b: ask('c'), c: ask('verdict') }
const fork = { a: ask('b', 'verdict'), b: ask('c'), c: ask('verdict') }

describe('progress', () => {
  test('counts the questions to the verdict', () => {
    expect(progressOf(line)).toEqual({ at: 1, of: 3 })
    expect(progressOf(line, 'to0', 'to0')).toEqual({ at: 3, of: 3 })
  })

  test('counts the longest way ahead', () => {
    expect(progressOf(fork)).toEqual({ at: 1, of: 3 })
  })

  test('goes back with the person', () => {
    expect(progressOf(line, 'to0', 'back')).toEqual({ at: 1, of: 3 })
  })

  test('does not count what shows nothing', () => {
    const silent = { kind: 'branch', on: 'country', to: {}, else: 'b' }
    expect(progressOf({ a: ask('silent'), silent, b: ask('verdict') })).toEqual({ at: 1, of: 2 })
  })

  test('is not lost where a way comes back', () => {
    expect(progressOf({ a: ask('b'), b: ask('a', 'verdict') }, 'to0')).toEqual({ at: 2, of: 2 })
  })

  test('does not count the age, which leaves no trace on the way', () => {
    const age = { kind: 'age', adult: 'a', minor: 'a' }
    expect(progressOf({ age, ...line })).toBeUndefined()
    expect(progressOf({ age, ...line }, 'adult')).toEqual({ at: 1, of: 3 })
  })

  test('counts anew behind a verdict', () => {
    const first = { first: { kind: 'report', next: 'b' } }
    const steps = { a: ask('first'), ...first, b: ask('c'), c: ask('verdict') }
    expect(progressOf(steps, 'to0', 'done')).toEqual({ at: 1, of: 2 })
  })

  test('ends with the verdict', () => {
    expect(progressOf({ a: ask('verdict') }, 'to0')).toBeUndefined()
  })

  test('is not shown where no verdict lies ahead', () => {
    expect(progressOf({ a: ask('end', 'flow:menu') })).toBeUndefined()
  })

  test('is not shown in a room beside the way', () => {
    const walk = newWalk(contentOf({ trip: { steps: { ...line, ...verdict } } }))
    walk.opens('trip')
    walk.taps('sos')
    expect(walk.progress()).toBeUndefined()
  })
})
