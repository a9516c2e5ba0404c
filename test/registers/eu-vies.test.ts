import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { euVies } from '../../src/registers/eu-vies.ts'
import { type Reply, startStandIns } from '../../src/simulator/registers/stand-ins.ts'
import { openTrial, reasonOf, type Trial, within } from './trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await openTrial()
})
afterAll(() => trial.standIns.stop())

test.each(['nip-7740001454', 'vat-PL7740001454'])('finds ORLEN by %s', async (number) => {
  expect(await trial.lookup('EU_VIES', number)).toEqual({
    outcome: 'active',
    firm: {
      name: 'ORLEN SPÓŁKA AKCYJNA',
      seat: 'CHEMIKÓW 7, 09-411 PŁOCK',
      numbers: [
        { kind: 'vat', value: 'PL7740001454' },
        { kind: 'nip', value: '7740001454' },
      ],
      vat: 'active',
    },
  })
})

test('Germany says that a number is valid, not whose it is', async () => {
  expect(await trial.lookup('EU_VIES', 'vat-DE136695976')).toEqual({
    outcome: 'active',
    firm: { numbers: [{ kind: 'vat', value: 'DE136695976' }], vat: 'active' },
  })
})

test('a French number leads to the French register', async () => {
  const outcome = await trial.lookup('EU_VIES', 'vat-FR83404833048')
  expect(outcome).toMatchObject({ firm: { numbers: [{}, { kind: 'siren', value: '404833048' }] } })
})

test('a name without a legal form may be a person: the town is enough', async () => {
  expect(await trial.lookup('EU_VIES', 'nip-9990000043')).toMatchObject({
    outcome: 'active',
    firm: { seat: 'ŁÓDŹ', vat: 'active' },
  })
  expect(await trial.lookup('EU_VIES', 'nip-9990000043')).not.toHaveProperty('firm.name')
})

test('a number that is not valid for trade is not found', async () => {
  expect(await trial.lookup('EU_VIES', 'nip-9999999982')).toEqual({ outcome: 'not-found' })
})

test.each(['vat-GB980780684', 'vat-7740001454', 'nip-1'])(
  '%s has the wrong format',
  async (number) => {
    expect(await trial.lookup('EU_VIES', number)).toEqual({ outcome: 'format-wrong' })
  },
)

test('a country that is too busy is throttled, though it says 200', async () => {
  expect(await reasonOf(trial.lookup('EU_VIES', 'vat-MT11679112'))).toBe('throttled')
})

describe('understands', () => {
  const vatNumber = '7740001454'
  const wrapper = (error: string) => ({
    status: 200,
    body: { actionSucceed: false, errorWrappers: [{ error }] },
  })
  const outcomes: [string, Reply, string][] = [
    ['the flag of a POST', { status: 200, body: { valid: true, vatNumber } }, 'active'],
    ['the flag of a POST, down', { status: 200, body: { valid: false, vatNumber } }, 'not-found'],
    ['input that it refuses', wrapper('INVALID_INPUT'), 'format-wrong'],
    ['the same with its status', { ...wrapper('INVALID_INPUT'), status: 400 }, 'format-wrong'],
  ]
  test.each(outcomes)('%s: %j is %s', async (_, reply, outcome) => {
    expect(await ask(reply)).toContain(`"outcome":"${outcome}"`)
  })

  const failures: [string, Reply, string][] = [
    ['too many', wrapper('GLOBAL_MAX_CONCURRENT_REQ'), 'throttled'],
    ['our address being locked out', wrapper('IP_BLOCKED'), 'throttled'],
    ['a country that is away', wrapper('MS_UNAVAILABLE'), 'down'],
    ['a country that is slow', wrapper('TIMEOUT'), 'slow'],
    ['what nobody has told us', wrapper('SOMETHING_NEW'), 'down'],
    ['a failure that looks like an invalid number', failed('MS_UNAVAILABLE'), 'down'],
  ]
  test.each(failures)('%s: %j is %s', async (_, reply, reason) => {
    expect(await ask(reply)).toBe(reason)
  })
})

function failed(userError: string): Reply {
  return { status: 200, body: { isValid: false, userError, name: '---', address: '---' } }
}

async function ask(reply: Reply): Promise<string> {
  const played = await startStandIns([{ id: 'EU_VIES', path: /./, answer: () => reply }])
  const register = euVies({ url: played.url, isLocal: true })
  const said = await reasonOf(register.lookup(register.known, within()))
  await played.stop()
  return said
}
