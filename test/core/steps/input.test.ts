import { describe, expect, test } from 'vitest'
import { newWalk, trip } from '../small.ts'

function newTraveller(fields: Record<string, unknown>) {
  const walk = newWalk(
    trip({ pay: { kind: 'input', next: 'end', ...fields }, end: { kind: 'say' } }),
  )
  walk.opens('trip')
  return walk
}

describe('what is typed', () => {
  test.each([
    ['number', '0000123456', '0000123456'],
    ['number', '521 301-02 28', '5213010228'],
    ['number', '521\u00a0301', '521301'],
    ['amount', '1500', '1500'],
    ['amount', '14,50', '14.50'],
    ['amount', '1 500,5', '1500.5'],
    ['amount', '2000 zł', '2000'],
    ['amount', '1.500,50', '1500.50'],
    ['amount', '1,500', '1500'],
  ])('as %s: "%s" is kept as %s', (accepts, typed, kept) => {
    const walk = newTraveller({ accepts })
    walk.says(typed)
    expect(walk.way()).toEqual([`pay=${kept}`, 'end'])
  })

  test.each([
    ['number', ''],
    ['number', 'my number is 5213010228'],
    ['number', '1'.repeat(13)],
    ['number', '12.5'],
    ['amount', 'about 1500'],
    ['amount', '1500-2000'],
    ['amount', '12345678'],
    ['amount', '-5'],
    ['amount', '<b>1</b>'],
  ])('as %s: "%s" is asked for again and not kept', (accepts, typed) => {
    const walk = newTraveller({ accepts })
    walk.says(typed)
    expect([walk.way(), walk.hints()]).toEqual([['pay'], ['trip:pay.again']])
    expect(walk.shows().map(({ text }) => text.key)).toEqual(['trip:pay.text'])
  })

  test('cannot be a recording', () => {
    const walk = newTraveller({ accepts: 'number' })
    walk.sendsRecording()
    expect(walk.hints()).toEqual(['common:unread.recording'])
  })
})

describe('"I do not know"', () => {
  test('is a way of its own where it is offered', () => {
    const walk = newTraveller({ accepts: 'number', unknown: 'end' })
    walk.taps('unknown')
    expect(walk.way()).toEqual(['pay=unknown', 'end'])
  })

  test('is no button where it is not, and cannot be forged', () => {
    const walk = newTraveller({ accepts: 'number' })
    expect(walk.choices()).toEqual([])
    walk.presses({ flow: 'trip', step: 'pay' }, 'unknown')
    expect(walk.hints()).toEqual(['common:old-button'])
  })
})
