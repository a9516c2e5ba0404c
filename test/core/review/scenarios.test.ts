import { describe, expect, test } from 'vitest'
import { Wage } from '../../../src/core/knowledge/wage.ts'
import { Scenario } from '../../../src/core/review/scenario.ts'
import { reviewScenarios } from '../../../src/core/review/scenarios.ts'
import { sign, trip } from '../small.ts'

const content = trip(
  {
    country: { kind: 'country', first: ['DE'], next: 'fee', unknown: 'fee' },
    fee: { kind: 'ask', choices: { yes: { raises: ['loud'], next: 'age' }, no: 'age' } },
    age: { kind: 'age', adult: 'verdict', minor: 'young' },
    verdict: { kind: 'report', next: 'end' },
    end: { kind: 'say' },
    young: { kind: 'say' },
  },
  { indicators: { loud: sign('high') } },
)
const good = {
  open: 'trip',
  way: [{ type: 'Niemcy' }, { tap: 'yes' }, { tap: 'adult' }, { tap: 'page-0' }],
  sees: {
    screen: 'verdict',
    verdict: 'careful',
    signs: ['loud'],
    open: [],
    text: ['indicators:loud.advice'],
  },
}

function faultsOf(changes: object) {
  return reviewScenarios(content, {
    'flows/scenarios/x.yaml': Scenario.parse({ ...good, ...changes }),
  })
}

test('a scenario that comes true is silent', () => {
  expect(faultsOf({})).toEqual([])
})

test('what the bot knows already is not asked', () => {
  const way = [{ tap: 'DE' }, { tap: 'no' }]
  expect(faultsOf({ person: { minor: true }, way, sees: { screen: 'young' } })).toEqual([])
})

test('buttons of whatever has some can be tapped: of a list, of wages', () => {
  const wage = Wage.parse({
    amount: 9,
    currency: 'EUR',
    per: 'hour',
    validFrom: '2026-01-01',
    nextChange: null,
    source: 'https://example.org',
    mark: 'seen',
    checkedOn: '2026-11-22',
  })
  const rooms = trip(
    {
      list: { kind: 'checklist', items: { passport: [] }, next: 'pay' },
      pay: { kind: 'wages', other: 'end' },
      end: { kind: 'say' },
    },
    { wages: { DE: [wage] } },
  )
  const way = ['on-passport', 'next', 'other'].map((tap) => ({ tap }))
  const scenario = { open: 'trip', person: { country: 'DE' }, way, sees: { screen: 'end' } }
  expect(reviewScenarios(rooms, { 'x.yaml': Scenario.parse(scenario) })).toEqual([])
})

test('a room beside the way is named with its flow, and the signs are those of the way', () => {
  const sees = { screen: 'sos.now', signs: ['loud'] }
  expect(faultsOf({ way: [...good.way, { tap: 'sos' }], sees })).toEqual([])
})

describe('a scenario that does not come true names line, what was seen and the cure', () => {
  test.each<[string, object, string, RegExp, RegExp]>([
    [
      'another screen',
      { sees: { screen: 'fee' } },
      'sees.screen',
      /trip\.fee.*trip\.verdict/,
      /Mend/,
    ],
    ['another verdict', { sees: { verdict: 'strong' } }, 'sees.verdict', /strong.*careful/, /Mend/],
    ['another sign', { sees: { signs: [] } }, 'sees.signs', /none.*loud/, /Mend/],
    ['another open point', { sees: { open: ['fee'] } }, 'sees.open', /fee.*none/, /Mend/],
    ['another contact', { sees: { contact: 'pl-x' } }, 'sees.contact', /pl-x.*none/, /Mend/],
    ['a text that did not come', { sees: { text: ['a:b.c'] } }, 'sees.text', /a:b\.c/, /Mend/],
    [
      'a button that is not there',
      { way: [{ tap: 'DE' }, { tap: 'perhaps' }] },
      'way, line 2',
      /perhaps at trip\.fee/,
      /yes, no, back/,
    ],
    ['a flow that is not there', { open: 'trap' }, 'open', /trap/, /name/],
  ])('%s', (_name, changes, at, fault, cure) => {
    expect(faultsOf(changes)).toEqual([
      {
        file: 'flows/scenarios/x.yaml',
        at,
        fault: expect.stringMatching(fault),
        cure: expect.stringMatching(cure),
      },
    ])
  })
})
