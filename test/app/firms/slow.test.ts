import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { ask } from '../../../src/app/firms/ask.ts'
import type { AskedRegister, Pace, Register } from '../../../src/app/ports/firms.ts'
import { Busy } from '../../../src/app/trouble.ts'
import type { FirmNumber } from '../../../src/core/firm/firm.ts'
import { createMemoryStore } from '../../../src/store/memory/memory.ts'
import { newPerson } from '../../person.ts'
import { active, invented, type Says } from '../../registers/invented.ts'

/** Everything here waits for real, side by side: what is promised is how long a person waits. */
type More = Partial<AskedRegister>

const nip: FirmNumber = { kind: 'nip', value: '7740001454' }
const krs: FirmNumber = { kind: 'krs', value: '0000028860' }
const orlen = active({ name: 'ORLEN SPÓŁKA AKCYJNA' }, nip, krs)
const rationed: Pace = { most: 60, day: 'Europe/Warsaw' }

const vies = (says: Says, more: More = {}) =>
  invented('EU_VIES', { 'nip-7740001454': says }, { proves: 'vat', ...more })
const whiteList = (says: Says, more: More = {}) =>
  invented('PL_WL', { 'nip-7740001454': says }, { proves: 'vat', paces: [rationed], ...more })
const court = () => invented('PL_KRS', { 'krs-0000028860': orlen })

const inThreeSeconds: More = {
  lookup: async () => {
    await sleep(3000)
    return orlen
  },
}

/** Several people who ask about a firm, one after another. */
function newAskers(...registers: Register[]) {
  const now = () => new Date('2026-11-22T12:00:00Z')
  const { world } = newPerson({ registers, now, store: createMemoryStore(now) })
  return {
    world,
    hears: async (number = 'nip-7740001454', proves: 'firm' | 'agency' = 'firm') => {
      const { findings } = await ask(world, { by: 'number', number, proves })
      return findings.map(({ register, outcome }) => `${register} ${outcome}`)
    },
  }
}

describe.concurrent('a register that needs three seconds', () => {
  test('answers a NIP where nothing waits behind it', async () => {
    const slow = vies(orlen, inThreeSeconds)
    expect(await newAskers(slow.register).hears()).toEqual(['EU_VIES active'])
  })

  test('answers beside the one that was asked meanwhile', async () => {
    const slow = vies(orlen, inThreeSeconds)
    const askers = newAskers(slow.register, whiteList(active({}, nip)).register)
    expect(await askers.hears()).toEqual(['EU_VIES active', 'PL_WL active'])
  })

  test('leads to the next, though another hangs', async () => {
    const list = whiteList(orlen, inThreeSeconds)
    const askers = newAskers(vies('silence').register, list.register, court().register)
    expect(await askers.hears()).toEqual(['EU_VIES unavailable', 'PL_WL active', 'PL_KRS active'])
  })

  test('leads from an agency to its firm', async () => {
    const more: More = { proves: 'agency', ...inThreeSeconds }
    const agencies = invented('PL_KRAZ', { 'kraz-8448': orlen }, more)
    const askers = newAskers(agencies.register, court().register)
    expect(await askers.hears('kraz-8448', 'agency')).toEqual(['PL_KRAZ active', 'PL_KRS active'])
  })
})

test.concurrent('when our table has no time for what came late, the question waits', async () => {
  const askers = newAskers(vies(orlen, inThreeSeconds).register)
  askers.world.firms.know = async () => {
    throw new Busy(1, 'the table has no time')
  }
  await expect(askers.hears()).rejects.toThrow(Busy)
})

describe.concurrent('a register that never answers', () => {
  const number = 'orgnr-923609016'

  test('is unavailable after six seconds, and the others are heard', async () => {
    const mute = invented('NO_ENHETER', { [number]: 'silence' })
    const other = invented('EU_VIES', { [number]: active() })
    const askers = newAskers(mute.register, other.register)
    expect(await askers.hears(number)).toEqual(['NO_ENHETER unavailable', 'EU_VIES active'])
  })

  test('leaves time and budget for those behind it', async () => {
    const askers = newAskers(vies('silence').register, whiteList(orlen).register)
    expect(await askers.hears()).toEqual(['EU_VIES unavailable', 'PL_WL active'])
  })

  test('leaves time for the firm behind an agency', async () => {
    const agencies = invented('PL_KRAZ', { 'nip-7740001454': 'silence' }, { proves: 'agency' })
    const askers = newAskers(agencies.register, whiteList(orlen).register)
    expect(await askers.hears('nip-7740001454', 'agency')).toEqual([
      'PL_KRAZ unavailable',
      'PL_WL active',
    ])
  })

  test('makes the first of a hundred people wait, not the others', async () => {
    const mute = vies('silence')
    const askers = newAskers(mute.register, whiteList(orlen).register)
    for (let person = 0; person < 100; person++) await askers.hears()
    expect(mute.asked).toHaveLength(1)
  })
})

describe.concurrent('a register that we left too little time', () => {
  test('is asked by the next person', async () => {
    const list = whiteList('silence')
    const askers = newAskers(vies('silence').register, list.register)
    await askers.hears()
    list.says['nip-7740001454'] = orlen
    expect(await askers.hears()).toEqual(['EU_VIES unavailable', 'PL_WL active'])
  })
})

describe.concurrent('a register whose pace has no room', () => {
  test('makes the first person wait for it, not the next', async () => {
    const askers = newAskers({ ...court().register, paces: [{ most: 1, perMs: 1000 }] })
    let tries = 0
    askers.world.paces = {
      take: async () => {
        tries++
        return false
      },
    }
    askers.world.pause = (ms) => sleep(ms)
    await askers.hears('krs-0000028860')
    const before = tries
    await askers.hears('krs-0000028860')
    expect(tries).toBe(before)
  })
})
