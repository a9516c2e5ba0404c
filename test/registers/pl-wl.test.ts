import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { plWl } from '../../src/registers/pl-wl.ts'
import type { Reply } from '../../src/simulator/registers/stand-ins.ts'
import { startStandIns } from '../../src/simulator/registers/stand-ins.ts'
import { openTrial, reasonOf, type Trial, within } from './trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await openTrial()
})
beforeEach(() => {
  trial.standIns.be('well')
  trial.standIns.asked.length = 0
})
afterAll(() => trial.standIns.stop())

const orlen = {
  name: 'ORLEN SPÓŁKA AKCYJNA',
  seat: 'CHEMIKÓW 7, 09-411 PŁOCK',
  numbers: [
    { kind: 'nip', value: '7740001454' },
    { kind: 'regon', value: '610188201' },
    { kind: 'krs', value: '0000028860' },
  ],
  vat: 'active',
}

test.each(['nip-7740001454', 'regon-610188201'])('finds ORLEN by %s', async (number) => {
  const { request, ...outcome } = await trial.lookup('PL_WL', number)
  expect(outcome).toEqual({ outcome: 'active', firm: orlen })
  expect(request).toBe('STAND-IN-1')
})

test('PZU, which left the list for a VAT group, is an active firm', async () => {
  const outcome = await trial.lookup('PL_WL', 'nip-5260251049')
  expect(outcome).toMatchObject({ outcome: 'active', firm: { vat: 'unregistered' } })
})

test('a firm exempt from VAT is active', async () => {
  const outcome = await trial.lookup('PL_WL', 'nip-9990000020')
  expect(outcome).toMatchObject({ outcome: 'active', firm: { vat: 'exempt' } })
})

test('a right number that nobody has is not found', async () => {
  expect(await trial.lookup('PL_WL', 'nip-9999999982')).toMatchObject({ outcome: 'not-found' })
})

test.each(['nip-7740001455', 'nip-774', 'nip-ABCDEFGHIJ'])(
  '%s has the wrong format',
  async (number) => {
    expect(await trial.lookup('PL_WL', number)).toMatchObject({ outcome: 'format-wrong' })
  },
)

test('of a sole trader it tells the town and no name', async () => {
  const outcome = await trial.lookup('PL_WL', 'nip-9990000043')
  expect(outcome).toMatchObject({ outcome: 'active' })
  expect(outcome).toHaveProperty('firm', {
    seat: 'ŁÓDŹ',
    numbers: [
      { kind: 'nip', value: '9990000043' },
      { kind: 'regon', value: '999000041' },
    ],
    vat: 'active',
  })
})

test('of a civil partnership it tells no partners', async () => {
  expect(await trial.lookup('PL_WL', 'nip-9990000095')).not.toHaveProperty('firm.name')
})

test('what is asked within a moment is one search', async () => {
  const numbers = ['7740001454', '5260251049', '9999999982', '7740001455', '7740001454']
  const outcomes = await Promise.all(numbers.map((nip) => trial.lookup('PL_WL', `nip-${nip}`)))
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    ...['active', 'active', 'not-found', 'format-wrong', 'active'],
  ])
  expect(trial.standIns.asked.map(({ path }) => path)).toEqual([
    '/api/search/nips/7740001454,5260251049,9999999982,7740001455?date=2026-11-26',
  ])
})

test('the thirty-first firm opens a second search', async () => {
  const numbers = Array.from({ length: 31 }, (_, at) => `nip-${1_000_000_000 + at}`)
  await Promise.all(numbers.map((nip) => trial.lookup('PL_WL', nip)))
  expect(trial.standIns.asked).toHaveLength(2)
})

test('what is answered of one firm is told to nobody who asked about another', async () => {
  const subjects = [{ name: 'ORLEN SPÓŁKA AKCYJNA', nip: '7740001454', regon: '610188201' }]
  const entries = [
    { identifier: '5260251049', subjects },
    { identifier: '774-000-14-54', subjects },
    { identifier: '9999999982', error: { code: 'WL-999' } },
  ]
  const answer = () => ({ status: 200, body: { result: { entries } } })
  const played = await startStandIns([{ id: 'PL_WL', path: /./, answer }])
  const register = plWl({ url: played.url, isLocal: true })
  const asking = ['5260251049', '7740001454', '9999999982', '7342867148'].map((value) =>
    reasonOf(register.lookup({ kind: 'nip', value }, within())),
  )
  const said = await Promise.all(asking)
  expect(said).toEqual(['changed', expect.stringContaining('ORLEN'), 'changed', 'changed'])
  await played.stop()
})

test('who has no time left does not keep the others from their answer', async () => {
  const [late, other] = [within(1), within()]
  const asking = [
    reasonOf(trial.lookup('PL_WL', 'nip-5260251049', late)),
    reasonOf(trial.lookup('PL_WL', 'nip-7740001454', other)),
  ]
  const [first, second] = await Promise.all(asking)
  expect(first).toBe('slow')
  expect(second).toContain('ORLEN')
})

test('the day is that of Warsaw', async () => {
  const beforeMidnight = within(5000, new Date('2026-11-26T23:30:00Z'))
  await trial.lookup('PL_WL', 'nip-7740001454', beforeMidnight)
  expect(trial.standIns.asked[0]?.path).toContain('date=2026-11-27')
})

const refusals: [string, Reply, string][] = [
  ['the daily limit', refusal(400, 'WL-191'), 'throttled'],
  ['the daily limit with its status', refusal(429, 'WL-191'), 'throttled'],
  ['a renewed list', refusal(400, 'WL-195'), 'down'],
  ['a list that is being renewed', refusal(400, 'WL-196'), 'down'],
  ['a day that it does not take', refusal(400, 'WL-103'), 'changed'],
  ['a way that it does not know', refusal(404, 'WL-190'), 'changed'],
]
test.each(refusals)('%s: %j is %s', async (_, reply, reason) => {
  const played = await startStandIns([{ id: 'PL_WL', path: /./, answer: () => reply }])
  const register = plWl({ url: played.url, isLocal: true })
  expect(await reasonOf(register.lookup(register.known, within()))).toBe(reason)
  await played.stop()
})

function refusal(status: number, code: string): Reply {
  return { status, body: { code, message: 'Komunikat' } }
}
