import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { plKraz } from '../../src/registers/pl-kraz.ts'
import { type Reply, startStandIns } from '../../src/simulator/registers/stand-ins.ts'
import { openTrial, reasonOf, type Trial, within } from './trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await openTrial()
})
beforeEach(() => {
  trial.standIns.asked.length = 0
})
afterAll(() => trial.standIns.stop())

test('is off until the operator gives it a key or an address', () => {
  const settings = [{}, { key: 'yes' }, { url: 'https://storapi.praca.gov.pl' }]
  const isOn = settings.map((setting) => plKraz({ ...setting, isLocal: false }).isOn)
  expect(isOn).toEqual([false, true, true])
})

test.each(['kraz-99001', 'nip-9990000014'])(
  'found by %s says that it knows the number, no more',
  async (id) => {
    const [kind, value] = id.split('-')
    const outcome = await trial.lookup('PL_KRAZ', id)
    expect(outcome).toEqual({ outcome: 'active', firm: { numbers: [{ kind, value }] } })
  },
)

test.each(['kraz-4', 'nip-7740001454'])('%s, which it does not know, is not found', async (id) => {
  expect(await trial.lookup('PL_KRAZ', id)).toEqual({ outcome: 'not-found' })
})

test('a number of another length is not asked', async () => {
  expect(await trial.lookup('PL_KRAZ', 'kraz-12345678')).toEqual({ outcome: 'format-wrong' })
  expect(trial.standIns.asked).toEqual([])
})

const replies: [string, Reply, string][] = [
  ['no right to call it', { status: 401, body: { errors: [] } }, 'off'],
  [
    'a filter that was not heeded',
    { status: 200, body: [{ numer: '1' }, { numer: 2 }] },
    'changed',
  ],
]
test.each(replies)('%s: %j is %s', async (_, reply, reason) => {
  const played = await startStandIns([{ id: 'PL_KRAZ', path: /./, answer: () => reply }])
  const register = plKraz({ url: played.url, isLocal: true })
  expect(await reasonOf(register.lookup(register.known, within()))).toBe(reason)
  await played.stop()
})
