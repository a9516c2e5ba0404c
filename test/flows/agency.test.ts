import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refresh } from '../../src/app/firms/refresh.ts'
import type { Register } from '../../src/app/ports/firms.ts'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { keysOf, newReader, type Person } from '../person.ts'
import { openTrial, type Trial } from '../registers/trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await openTrial()
})
beforeEach(() => trial.standIns.be('well'))
afterAll(() => trial.standIns.stop())

async function asks(typed: string, { registers = trial.registers, role = 'sends' } = {}) {
  const person = await newReader({ registers, readNumbers })
  await person.opens('start agency')
  for (const choice of ['poland', role]) await person.taps(choice)
  await person.says(typed)
  if (person.at() === 'agency.name') await person.taps('unknown')
  await person.worked()
  return person
}

async function asksAbroad(country: string, typed: string) {
  const person = await newReader({ registers: trial.registers, readNumbers })
  for (const { id } of trial.registers) await refresh(person.world, id)
  await person.opens('start agency')
  for (const choice of ['abroad', country]) await person.taps(choice)
  await person.says(typed)
  await person.taps('unknown')
  await person.worked()
  return person
}

function tells(person: Person) {
  const card = person.phone.bubbles.findLast(({ screen }) => screen.text.key === 'firm:card')
  return keysOf(card?.screen.text ?? { key: '' })
}

describe('a Polish agency', () => {
  test.each(['KRAZ 99001', 'nr KRAZ 99001/1b', 'NIP 9990000014', 'KRS 0009990001'])(
    'is found by %s',
    async (typed) => {
      expect((await asks(typed)).at()).toBe('agency.placement')
    },
  )

  test.each([
    ['sends', 'placement'],
    ['lends', 'lending'],
    ['shows', 'listing'],
    ['unknown', 'compare'],
  ])('that %s needs its own entry', async (role, step) => {
    expect((await asks('KRAZ 99001', { role })).at()).toBe(`agency.${step}`)
  })

  test('that is not in the register does not break the law for that', async () => {
    const person = await asks('KRAZ 77777')
    expect(person.at()).toBe('agency.nobody')
    await person.taps('exempt')
    expect(person.at()).toBe('agency.exempt')
  })

  test('whose register is switched off is for the person to look up', async () => {
    const isKraz = ({ id }: Register) => id === 'PL_KRAZ'
    const registers = trial.registers.map((one) => (isKraz(one) ? { ...one, isOn: false } : one))
    expect((await asks('KRAZ 99001', { registers })).at()).toBe('agency.look')
  })

  test('is not judged on a day when the register is down', async () => {
    trial.standIns.be('html', 'PL_KRAZ')
    expect((await asks('KRAZ 99001')).at()).toBe('agency.later')
  })

  test('may take only what the law names, whatever the register says', async () => {
    const person = await asks('KRAZ 99001')
    for (const choice of ['next', 'next']) await person.taps(choice)
    expect(person.at()).toBe('agency.money')
  })
})

test('without a number a Polish agency is looked up in Poland, wherever the work is', async () => {
  const person = await newReader({ registers: trial.registers, readNumbers })
  await person.opens('start pay')
  await person.taps('DE')
  await person.opens('start agency')
  for (const choice of ['poland', 'sends', 'unknown', 'look']) await person.taps(choice)
  expect(keysOf(person.sees()?.text ?? { key: '' })).toContain('registers:PL_KRAZ.proves')
})

describe('an agency abroad', () => {
  test('in Czechia shows what it may do', async () => {
    const person = await asksAbroad('CZ', 'IČO 17181879')
    expect(person.at()).toBe('agency.compare')
    expect(tells(person).some((key) => key.startsWith('firm:permit.'))).toBe(true)
  })

  test('in Norway that is not approved is stopped', async () => {
    const person = await asksAbroad('NO', 'orgnr 988077917')
    expect(['agency.nobody', 'agency.stopped']).toContain(person.at())
  })

  test('in a country without an open register leads to the page of the office', async () => {
    const person = await asksAbroad('DE', 'DE136695976')
    expect(person.at()).toBe('agency.look')
  })
})
