import { describe, expect, test } from 'vitest'
import type { NumberRead } from '../../../src/core/firm/firm.ts'
import { newWalk, trip } from '../small.ts'

const nip: NumberRead = { kind: 'nip', value: '7740001454' }
const krs: NumberRead = { kind: 'krs', value: '7740001454' }

function newTraveller(fields: Record<string, unknown> = {}) {
  const ends = { end: { kind: 'say' }, without: { kind: 'say' } }
  const walk = newWalk(trip({ id: { kind: 'number', next: 'end', ...fields }, ...ends }))
  walk.opens('trip')
  const types = (...numbers: NumberRead[]) => walk.receive({ kind: 'message', text: 'x', numbers })
  return { ...walk, types }
}

describe('a number that was typed', () => {
  test('is kept by its kind, and the way goes on', () => {
    const walk = newTraveller()
    walk.types(nip)
    expect(walk.way()).toEqual(['id=nip-7740001454', 'end'])
  })

  test.each(['check-digit', 'one-digit', 'length'] as const)(
    'is asked for again when it cannot be one: %s',
    (fault) => {
      const walk = newTraveller()
      walk.types({ ...nip, fault })
      expect([walk.way(), walk.hints()]).toEqual([['id'], [`firm:fault.${fault}`]])
    },
  )

  test('counts where another reading of it could not be one', () => {
    const walk = newTraveller()
    walk.types({ ...krs, fault: 'length' }, nip)
    expect(walk.way()).toEqual(['id=nip-7740001454', 'end'])
  })

  test('that may be of two kinds is for the person to tell', () => {
    const walk = newTraveller()
    walk.types(nip, krs)
    expect(walk.choices()).toEqual(['nip-7740001454', 'krs-7740001454'])
    walk.taps('krs-7740001454')
    expect(walk.way()).toEqual(['id=krs-7740001454', 'end'])
  })

  test('of a kind that is not asked for is none', () => {
    const walk = newTraveller({ takes: ['kraz'] })
    walk.types(nip)
    expect(walk.hints()).toEqual(['trip:id.again'])
  })
})

test('a sentence without a number is asked for again', () => {
  const walk = newTraveller()
  walk.types()
  expect(walk.hints()).toEqual(['trip:id.again'])
})

test('who has no number goes another way, if there is one', () => {
  const walk = newTraveller({ unknown: 'without' })
  walk.taps('unknown')
  expect(walk.way()).toEqual(['id=unknown', 'without'])
})

test('a forged choice is no number', () => {
  const walk = newTraveller()
  walk.presses({ flow: 'trip', step: 'id' }, 'passport-12')
  expect(walk.way()).toEqual(['id'])
})
