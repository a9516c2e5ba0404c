import { expect, test } from 'vitest'
import { probe, probeDaily } from '../../../src/app/firms/probe.ts'
import { newPerson } from '../../person.ts'
import { active, down, invented, type Says } from '../../registers/invented.ts'

const states: [string, Says, string][] = [
  ['knows its number', active(), 'well'],
  ['no longer knows its number', { outcome: 'not-found' }, 'drift'],
  ['answers in another shape', down('changed'), 'drift'],
  ['is down', down(), 'unavailable'],
  ['throttles', down('throttled'), 'unavailable'],
  ['breaks in our own code', 'bug', 'drift'],
]

test.each(states)('a register that %s is seen', async (_name, says, state) => {
  const { register } = invented('PL_WL', { 'nip-7740001454': says })
  const { world } = newPerson({ registers: [register] })
  expect(await probe(world, register)).toMatchObject({ register: 'PL_WL', state })
})

test('a register that is switched off is not asked', async () => {
  const { register, asked } = invented('PL_KRAZ', { 'nip-7740001454': active() }, { isOn: false })
  const { world } = newPerson({ registers: [register] })
  expect(await probe(world, register)).toMatchObject({ state: 'off' })
  expect(asked).toEqual([])
})

test('a register of people in business is well when it does not know a company', async () => {
  const { register } = invented('PL_CEIDG', {}, { expects: 'not-found' })
  const { world } = newPerson({ registers: [register] })
  expect(await probe(world, register)).toMatchObject({ state: 'well' })
})

test('every register is asked once a day, however often the clock ticks', async () => {
  const { register, asked } = invented('PL_WL', { 'nip-7740001454': active() })
  const { world } = newPerson({ registers: [register] })
  for (let tick = 0; tick < 3; tick++) await probeDaily(world)
  expect(asked).toHaveLength(1)
})

test('what has drifted is logged under a name that an alarm can read', async () => {
  const { register } = invented('PL_WL', { 'nip-7740001454': down('changed') })
  const { world } = newPerson({ registers: [register] })
  const events: string[] = []
  await probeDaily({ ...world, log: (event) => events.push(event) })
  expect(events).toEqual(['register-drift'])
})

test('a bug in the code of one register does not keep the others from being looked at', async () => {
  const broken = invented('PL_WL', { 'nip-7740001454': 'bug' })
  const well = invented('EU_VIES', { 'nip-7740001454': active() })
  const { world } = newPerson({ registers: [broken.register, well.register] })
  const lines: [string, unknown][] = []
  await probeDaily({ ...world, log: (event, facts) => lines.push([event, facts]) })
  const at = expect.stringMatching(/\.ts:\d+:\d+$/)
  expect(lines).toMatchObject([
    ['bug', { error: 'TypeError', at, register: 'PL_WL' }],
    ['register-drift', { register: 'PL_WL' }],
    ['register-well', { register: 'EU_VIES' }],
  ])
})
