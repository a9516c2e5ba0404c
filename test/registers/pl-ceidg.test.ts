import { afterAll, beforeAll, expect, test } from 'vitest'
import { plCeidg } from '../../src/registers/pl-ceidg.ts'
import { startStandIns } from '../../src/simulator/registers/stand-ins.ts'
import { openTrial, reasonOf, type Trial, within } from './trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await openTrial()
})
afterAll(() => trial.standIns.stop())

test('is off without a token', () => {
  expect(plCeidg({ isLocal: true }).isOn).toBe(false)
})

test('tells the business and its town, not whose it is', async () => {
  expect(await trial.lookup('PL_CEIDG', 'nip-9990000043')).toEqual({
    outcome: 'active',
    firm: {
      name: 'Transport i Spedycja',
      seat: 'Łódź',
      since: '2019-03-01',
      numbers: [
        { kind: 'nip', value: '9990000043' },
        { kind: 'regon', value: '999000041' },
      ],
    },
  })
})

const states: [nip: string, outcome: object][] = [
  ['9990000066', { outcome: 'inactive', reason: 'suspended', firm: { name: 'Pracownia Ścian' } }],
  ['9990000072', { outcome: 'inactive', reason: 'struck-off' }],
  ['9990000089', { outcome: 'inactive', reason: 'not-started' }],
  ['9990000132', { outcome: 'active' }],
]
test.each(states)('%s is %j', async (nip, outcome) => {
  expect(await trial.lookup('PL_CEIDG', `nip-${nip}`)).toMatchObject(outcome)
})

test('a business that bears nothing but its owner has no name', async () => {
  expect(await trial.lookup('PL_CEIDG', 'nip-9990000072')).not.toHaveProperty('firm.name')
})

test('a company is not found', async () => {
  expect(await trial.lookup('PL_CEIDG', 'nip-7740001454')).toEqual({ outcome: 'not-found' })
})

test('a number of another length has the wrong format', async () => {
  expect(await trial.lookup('PL_CEIDG', 'nip-774')).toEqual({ outcome: 'format-wrong' })
})

test('a token that no longer holds switches it off', async () => {
  const played = await startStandIns([{ id: 'x', path: /./, answer: () => ({ status: 401 }) }])
  const register = plCeidg({ url: played.url, key: 'old', isLocal: true })
  expect(await reasonOf(register.lookup(register.known, within()))).toBe('off')
  await played.stop()
})

test('the list of a search is understood too, and the open firm counts', async () => {
  const nip = '7740001454'
  const one = { nazwa: 'Nowak Kwiaty', wlasciciel: { imie: 'Ewa', nazwisko: 'Nowak', nip } }
  const firmy = [
    { ...one, status: 'WYKRESLONY' },
    { ...one, status: 'AKTYWNY' },
  ]
  const answer = () => ({ status: 200, body: { firmy, count: 2 } })
  const played = await startStandIns([{ id: 'x', path: /./, answer }])
  const register = plCeidg({ url: played.url, key: 'k', isLocal: true })
  const outcome = await register.lookup(register.known, within())
  expect(outcome).toMatchObject({ outcome: 'active', firm: { name: 'Kwiaty' } })
  await played.stop()
})
