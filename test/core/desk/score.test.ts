import { expect, test } from 'vitest'
import type { Case } from '../../../src/core/case.ts'
import { inOrder, scoreOf, weightsOf } from '../../../src/core/desk/score.ts'
import { richCase } from '../../store/some-desk.ts'
import { sign } from '../small.ts'

const signs = {
  threats: sign('critical'),
  fee: sign('high'),
  hurry: sign('caution'),
  note: sign('info'),
}

function caseWith(over: Partial<Case>): Case {
  const { urgent: _, isMinor: _1, ...calm } = richCase
  return { ...calm, shared: {}, ...over }
}

test('signs, words of danger and age have their weight, and nothing else has', () => {
  const one = caseWith({
    urgent: 'cry',
    isMinor: true,
    shared: { signs: ['threats', 'fee', 'hurry', 'note', 'gone'] },
  })
  expect(weightsOf(one, signs).map(({ why }) => why)).toEqual([
    ...['cry', 'critical', 'minor', 'high', 'caution'],
  ])
  expect(scoreOf(caseWith({}), signs)).toBe(0)
})

test('a cry comes before everything that signs can say', () => {
  const many = Array.from({ length: 20 }, () => 'threats')
  const cries = caseWith({ urgent: 'cry' })
  expect(scoreOf(cries, signs)).toBeGreaterThan(
    scoreOf(caseWith({ shared: { signs: many } }), signs),
  )
})

test('of two that weigh the same the one that waits longer comes first', () => {
  const old = caseWith({ name: 'heron-10', consent: { at: 1, wording: '' } })
  const young = caseWith({ name: 'heron-11', consent: { at: 2, wording: '' } })
  const heavy = caseWith({ name: 'heron-12', shared: { signs: ['fee'] } })
  expect(inOrder([young, old, heavy], signs).map(({ name }) => name)).toEqual([
    ...['heron-12', 'heron-10', 'heron-11'],
  ])
})
