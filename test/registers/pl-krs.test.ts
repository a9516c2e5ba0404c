import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTrial, type Trial } from './trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await openTrial()
})
beforeEach(() => {
  trial.standIns.asked.length = 0
})
afterAll(() => trial.standIns.stop())

test('finds a company with its seat, its day and its other numbers', async () => {
  expect(await trial.lookup('PL_KRS', 'krs-0000028860')).toEqual({
    outcome: 'active',
    firm: {
      name: 'ORLEN SPÓŁKA AKCYJNA',
      seat: 'CHEMIKÓW 7, 09-411 PŁOCK',
      since: '2001-07-19',
      numbers: [
        { kind: 'krs', value: '0000028860' },
        { kind: 'nip', value: '7740001454' },
        { kind: 'regon', value: '610188201' },
      ],
    },
  })
})

test('a company some weeks old tells the day it began', async () => {
  const outcome = await trial.lookup('PL_KRS', 'krs-0001268296')
  expect(outcome).toMatchObject({ outcome: 'active', firm: { since: '2026-09-22' } })
})

test('a foundation stands in the second part of the register', async () => {
  const outcome = await trial.lookup('PL_KRS', 'krs-0000030897')
  expect(outcome).toMatchObject({ outcome: 'active', firm: { since: '2001-07-25' } })
  expect(trial.standIns.asked.map(({ path }) => path.match(/rejestr=./)?.[0])).toEqual([
    'rejestr=P',
    'rejestr=S',
  ])
})

test('a struck-off firm without a name in its extract tells its days', async () => {
  expect(await trial.lookup('PL_KRS', 'krs-0000106150')).toEqual({
    outcome: 'inactive',
    reason: 'struck-off',
    firm: {
      since: '2002-04-10',
      until: '2022-08-12',
      numbers: [{ kind: 'krs', value: '0000106150' }],
    },
  })
})

test('a struck-off firm is told by its last name', async () => {
  const outcome = await trial.lookup('PL_KRS', 'krs-0009990005')
  expect(outcome).toMatchObject({
    reason: 'struck-off',
    firm: { name: 'NOWY POCZĄTEK SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ', until: '2024-03-07' },
  })
})

const inactive: [what: string, krs: string, reason: string][] = [
  ['an open liquidation', '0009990002', 'liquidation'],
  ['an open bankruptcy', '0009990003', 'bankrupt'],
]
test.each(inactive)('%s is said', async (_, krs, reason) => {
  expect(await trial.lookup('PL_KRS', `krs-${krs}`)).toMatchObject({ outcome: 'inactive', reason })
})

test('a bankruptcy that ended leaves the firm active, a restructuring is worth a second look', async () => {
  const outcome = await trial.lookup('PL_KRS', 'krs-0009990004')
  expect(outcome).toMatchObject({ outcome: 'active', firm: { alerts: ['insolvency'] } })
})

test('a number in neither part is not found', async () => {
  expect(await trial.lookup('PL_KRS', 'krs-0000000123')).toEqual({ outcome: 'not-found' })
  expect(trial.standIns.asked).toHaveLength(2)
})

test('a number of another length is not asked', async () => {
  expect(await trial.lookup('PL_KRS', 'krs-28860')).toEqual({ outcome: 'format-wrong' })
  expect(trial.standIns.asked).toEqual([])
})
