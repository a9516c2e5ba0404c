import { describe, expect, test } from 'vitest'
import { ask } from '../../../src/app/firms/ask.ts'
import type { Pace, Register } from '../../../src/app/ports/firms.ts'
import { Busy } from '../../../src/app/trouble.ts'
import { type FirmNumber, numberFrom } from '../../../src/core/firm/firm.ts'
import { createMemoryStore } from '../../../src/store/memory/memory.ts'
import { newPerson } from '../../person.ts'
import { active, down, invented } from '../../registers/invented.ts'

const nip: FirmNumber = { kind: 'nip', value: '7740001454' }
const krs: FirmNumber = { kind: 'krs', value: '0000028860' }
const rationed: Pace = { most: 60, day: 'Europe/Warsaw' }

function newAsker(...registers: Register[]) {
  let at = Date.parse('2026-11-22T12:00:00Z')
  const now = () => new Date(at)
  const { world } = newPerson({ registers, now, store: createMemoryStore(now) })
  const asks = (number: string, proves: 'firm' | 'agency' = 'firm') =>
    ask(world, { by: 'number', number, proves })
  return {
    world,
    asks,
    hears: async (number: string, proves?: 'firm' | 'agency') => {
      const { findings } = await asks(number, proves)
      return findings.map(({ register, outcome, isOld }) =>
        [register, outcome, ...(isOld ? ['old'] : [])].join(' '),
      )
    },
    forward: (ms: number) => {
      at += ms
    },
  }
}

describe('from number to number', () => {
  const company = active({ name: 'ORLEN SPÓŁKA AKCYJNA' }, nip)
  const vies = () => invented('EU_VIES', { 'nip-7740001454': company }, { proves: 'vat' })
  const whiteList = () =>
    invented(
      'PL_WL',
      { 'nip-7740001454': active({ name: 'ORLEN SPÓŁKA AKCYJNA' }, nip, krs) },
      { proves: 'vat', paces: [rationed] },
    )
  const court = () => invented('PL_KRS', { 'krs-0000028860': active({}, nip, krs) })

  test('a company is followed to the register of companies', async () => {
    const asker = newAsker(vies().register, whiteList().register, court().register)
    expect(await asker.hears('nip-7740001454')).toEqual([
      'EU_VIES active',
      'PL_WL active',
      'PL_KRS active',
    ])
  })

  test('the rationed register is spared where a person in business is known already', async () => {
    const one = invented('EU_VIES', { 'nip-7740001454': active({}, nip) }, { proves: 'vat' })
    const list = whiteList()
    await newAsker(one.register, list.register).asks('nip-7740001454')
    expect(list.asked).toEqual([])
  })

  test('the rationed register is asked where the others know nothing', async () => {
    const nobody = invented('EU_VIES', {}, { proves: 'vat', takes: ['nip'] })
    const list = whiteList()
    await newAsker(nobody.register, list.register).asks('nip-7740001454')
    expect(list.asked).toEqual(['nip-7740001454'])
  })

  test('a Polish VAT number is its NIP', async () => {
    const list = whiteList()
    await newAsker(list.register, court().register).asks('vat-PL7740001454')
    expect(list.asked).toEqual(['nip-7740001454'])
  })

  test('the register of companies alone is enough for its own number', async () => {
    const list = whiteList()
    const asker = newAsker(list.register, court().register)
    expect(await asker.hears('krs-0000028860')).toEqual(['PL_KRS active'])
  })

  test('an agency is checked as a company too', async () => {
    const agencies = invented('PL_KRAZ', { 'kraz-8448': active({}, nip) }, { proves: 'agency' })
    const asker = newAsker(agencies.register, whiteList().register, court().register)
    expect(await asker.hears('kraz-8448', 'agency')).toEqual([
      'PL_KRAZ active',
      'PL_WL active',
      'PL_KRS active',
    ])
  })

  test('an agency is found by the number that the company leads to', async () => {
    const agencies = invented(
      'PL_KRAZ',
      { 'nip-7740001454': active({}, nip) },
      { proves: 'agency' },
    )
    const asker = newAsker(agencies.register, court().register)
    expect(await asker.hears('krs-0000028860', 'agency')).toEqual([
      'PL_KRS active',
      'PL_KRAZ active',
    ])
  })

  test('a register of agencies is not asked whether a firm exists', async () => {
    const agencies = invented(
      'PL_KRAZ',
      { 'nip-7740001454': active({}, nip) },
      { proves: 'agency' },
    )
    await newAsker(agencies.register, whiteList().register).asks('nip-7740001454')
    expect(agencies.asked).toEqual([])
  })

  test('nobody asks a register that is switched off', async () => {
    const off = invented('PL_KRS', { 'krs-0000028860': active() }, { isOn: false })
    expect(await newAsker(off.register).hears('krs-0000028860')).toEqual([])
  })
})

describe('the same question', () => {
  const number = 'orgnr-923609016'

  test('is not asked twice while the answer is fresh', async () => {
    const { register, asked } = invented('NO_ENHETER', { [number]: active() })
    const asker = newAsker(register)
    for (let time = 0; time < 3; time++) await asker.asks(number)
    expect(asked).toEqual([number])
  })

  test('is asked again when the answer is no longer fresh', async () => {
    const { register, asked } = invented('NO_ENHETER', { [number]: active() })
    const asker = newAsker(register)
    await asker.asks(number)
    asker.forward(3_600_001)
    await asker.asks(number)
    expect(asked).toHaveLength(2)
  })

  test('of a register that was down is asked again though the clock was set back', async () => {
    const one = invented('NO_ENHETER', { [number]: down() })
    const asker = newAsker(one.register)
    await asker.asks(number)
    asker.forward(-300_000)
    await asker.asks(number)
    expect(one.asked.length).toBe(2)
  })

  test('of a register that is down is not asked again for half a minute', async () => {
    const { register, asked } = invented('NO_ENHETER', { [number]: down() })
    const asker = newAsker(register)
    await asker.asks(number)
    asker.forward(29_000)
    expect(await asker.hears(number)).toEqual(['NO_ENHETER unavailable'])
    expect(asked).toHaveLength(1)
    asker.forward(2000)
    await asker.asks(number)
    expect(asked).toHaveLength(2)
  })

  test('of a register that is down is answered by what it last said, with its date', async () => {
    const { register, says } = invented('NO_ENHETER', { [number]: active() })
    const asker = newAsker(register)
    await asker.asks(number)
    says[number] = down()
    asker.forward(24 * 3_600_000)
    const { findings } = await asker.asks(number)
    expect(findings).toMatchObject([
      { outcome: 'active', isOld: true, asOf: '2026-11-22T12:00:00.000Z' },
    ])
  })

  test('of a register that is down is not answered by an old "not found"', async () => {
    const { register, says } = invented('NO_ENHETER', { [number]: { outcome: 'not-found' } })
    const asker = newAsker(register)
    await asker.asks(number)
    says[number] = down()
    asker.forward(24 * 3_600_000)
    expect(await asker.hears(number)).toEqual(['NO_ENHETER unavailable'])
  })

  test('of a register that is down for the first time says that it could not be checked', async () => {
    const { register } = invented('NO_ENHETER', { [number]: down('throttled') })
    const { findings } = await newAsker(register).asks(number)
    expect(findings).toMatchObject([{ outcome: 'unavailable', reason: 'throttled' }])
  })
})

describe('a bug in the code of one register', () => {
  const number = 'orgnr-923609016'

  /** Two registers; the code of the first is broken. */
  function newTwo() {
    const broken = invented('NO_ENHETER', { [number]: 'bug' })
    const other = invented('EU_VIES', { [number]: active() })
    const lines: [string, unknown][] = []
    const asker = newAsker(broken.register, other.register)
    asker.world.log = (event, facts) => lines.push([event, facts])
    return { asker, broken, lines }
  }

  test('does not silence the others', async () => {
    const { asker } = newTwo()
    const { findings } = await asker.asks(number)
    expect(findings).toMatchObject([
      { register: 'NO_ENHETER', outcome: 'unavailable', reason: 'changed' },
      { register: 'EU_VIES', outcome: 'active' },
    ])
  })

  test('is logged by its place', async () => {
    const { asker, lines } = newTwo()
    await asker.asks(number)
    const at = expect.stringMatching(/\.ts:\d+:\d+$/)
    expect(lines).toContainEqual(['bug', { error: 'TypeError', at, register: 'NO_ENHETER' }])
  })

  test('is met once in half a minute, like other trouble', async () => {
    const { asker, broken } = newTwo()
    for (let time = 0; time < 3; time++) await asker.asks(number)
    expect(broken.asked).toHaveLength(1)
  })

  test('does not silence the others that look for a name', async () => {
    const candidate = { number: { kind: 'orgnr', value: '923609016' }, name: 'EQUINOR' } as const
    const search = async () => {
      throw new TypeError('of its own')
    }
    const broken = invented('EU_VIES', {}, { searches: ['NO'], search })
    const other = invented('NO_ENHETER', {}, { searches: ['NO'], search: async () => [candidate] })
    const { world } = newAsker(broken.register, other.register)
    const question = { by: 'name', name: 'equinor', country: 'NO', proves: 'firm' } as const
    expect(await ask(world, question)).toMatchObject({
      findings: [{ register: 'EU_VIES', outcome: 'unavailable', reason: 'changed' }],
      candidates: [candidate],
    })
  })
})

test.each(['paces', 'firms'] as const)(
  'when our table has no time for %s, the question waits',
  async (noun) => {
    const { register } = invented(
      'NO_ENHETER',
      { 'orgnr-923609016': active() },
      { paces: [rationed] },
    )
    const asker = newAsker(register)
    const busy = async () => {
      throw new Busy(1, 'the table has no time')
    }
    if (noun === 'paces') asker.world.paces = { take: busy }
    else asker.world.firms = { ...asker.world.firms, know: busy }
    await expect(asker.asks('orgnr-923609016')).rejects.toThrow(Busy)
  },
)

describe('what a register bears', () => {
  const number = (count: number) => `orgnr-${900_000_000 + count}`

  test('a daily budget is never exceeded, and then it says so', async () => {
    const { register, asked } = invented(
      'PL_WL',
      {},
      { takes: ['orgnr'], paces: [{ most: 3, day: 'Europe/Warsaw' }] },
    )
    const asker = newAsker(register)
    const heard = await Promise.all([1, 2, 3, 4, 5].map((count) => asker.asks(number(count))))
    expect(asked).toHaveLength(3)
    const last = heard
      .flatMap(({ findings }) => findings)
      .filter(({ outcome }) => outcome === 'unavailable')
    expect(last).toMatchObject([{ reason: 'budget' }, { reason: 'budget' }])
  })

  test('its day ends at midnight in its own zone', async () => {
    const { register, asked } = invented(
      'PL_WL',
      {},
      { takes: ['orgnr'], paces: [{ most: 1, day: 'Europe/Warsaw' }] },
    )
    const asker = newAsker(register)
    await asker.asks(number(1))
    asker.forward(10.5 * 3_600_000) // 22:30 in London, 23:30 in Warsaw
    await asker.asks(number(2))
    expect(asked).toHaveLength(1)
    asker.forward(3_600_000) // the next day has begun in Warsaw only
    await asker.asks(number(3))
    expect(asked).toHaveLength(2)
  })

  test('a short window is waited for', async () => {
    const { register, asked } = invented(
      'PL_KRS',
      {},
      { takes: ['orgnr'], paces: [{ most: 1, perMs: 500 }] },
    )
    const asker = newAsker(register)
    asker.world.pause = async (ms) => asker.forward(ms)
    await asker.asks(number(1))
    await asker.asks(number(2))
    expect(asked).toHaveLength(2)
  })
})

describe('a name', () => {
  const equinor = { number: { kind: 'orgnr', value: '923609016' }, name: 'EQUINOR ASA' } as const
  const question = { by: 'name', name: 'equinor', country: 'NO', proves: 'firm' } as const

  test('brings up candidates of the country it was asked for', async () => {
    const norway = invented('NO_ENHETER', {}, { searches: ['NO'], search: async () => [equinor] })
    const czechia = invented('CZ_ARES', {}, { searches: ['CZ'], search: async () => [] })
    const { world } = newAsker(norway.register, czechia.register)
    expect(await ask(world, question)).toMatchObject({ candidates: [equinor], findings: [] })
  })

  test('that nobody bears is not found', async () => {
    const norway = invented('NO_ENHETER', {}, { searches: ['NO'], search: async () => [] })
    const { world } = newAsker(norway.register)
    expect(await ask(world, question)).toMatchObject({ findings: [{ outcome: 'not-found' }] })
  })

  test('in a country whose register does not search by name is for nobody', async () => {
    const { world } = newAsker()
    expect(await ask(world, question)).toMatchObject({ candidates: [], findings: [] })
  })
})

test('a number of no known kind asks nobody', async () => {
  expect(numberFrom('passport-12')).toBeUndefined()
  expect(await newAsker().hears('passport-12')).toEqual([])
})
