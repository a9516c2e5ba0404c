import { describe, expect, test } from 'vitest'
import { gbCompanies } from '../../src/registers/gb-companies.ts'
import { gbCompanies as standIn } from '../../src/simulator/registers/gb-companies.ts'
import type { Question, Reply } from '../../src/simulator/registers/stand-ins.ts'
import { play, tellsTroubles, within } from './play.ts'

async function lookUp(value: string) {
  const { register, asked } = await play(gbCompanies, standIn)
  return { found: await register.lookup({ kind: 'crn', value }, within()), asked }
}

async function search(name: string) {
  const { register } = await play(gbCompanies, standIn)
  return register.search?.(name, within())
}

async function lookUpWhere(answer: () => Reply) {
  const { register } = await play(gbCompanies, { ...standIn, answer })
  return register.lookup(register.known, within())
}

test('a company is found', async () => {
  const { found } = await lookUp('00445790')
  expect(found).toEqual({
    outcome: 'active',
    firm: {
      name: 'TESCO PLC',
      seat: 'Tesco House, Shire Park, Kestrel Way, Welwyn Garden City, AL7 1GA',
      since: '1947-11-27',
      numbers: [{ kind: 'crn', value: '00445790' }],
    },
  })
})

test('everything that makes one look twice is told', async () => {
  const { found } = await lookUp('99900001')
  expect(found).toMatchObject({
    outcome: 'active',
    firm: {
      alerts: ['strike-off-proposed', 'accounts-overdue', 'insolvency', 'address-disputed'],
    },
  })
})

test('a company that agreed with its creditors works on, with a warning', async () => {
  const { found } = await lookUp('99900005')
  const alerts = ['insolvency', 'address-disputed']
  expect(found).toMatchObject({ outcome: 'active', firm: { alerts } })
})

test.each([
  ['struck-off', '99900002'],
  ['liquidation', 'SC990003'],
  ['bankrupt', '99900004'],
])('a company can be %s (%s)', async (reason, number) => {
  expect((await lookUp(number)).found).toMatchObject({ outcome: 'inactive', reason })
})

test('a line for somebody’s attention is no address', async () => {
  const { found } = await lookUp('99900002')
  expect(found).toMatchObject({ firm: { seat: '1 Example Street, London, ZZ1 1ZZ' } })
})

test('a number that nobody bears is not found', async () => {
  expect((await lookUp('99999999')).found).toEqual({ outcome: 'not-found' })
})

test('a page that is missing is not a firm that is missing', async () => {
  const answer = lookUpWhere(() => ({ status: 404, body: { message: 'no such page' } }))
  await expect(answer).rejects.toMatchObject({ reason: 'changed' })
})

test.each([
  ['a status that we do not know', { company_number: '00445790', company_status: 'asleep' }],
  ['an answer about another firm', { company_number: '99900001', company_status: 'active' }],
])('%s is no answer', async (_what, fields) => {
  const body = { ...fields, company_name: 'TESCO PLC' }
  const answer = lookUpWhere(() => ({ status: 200, body }))
  await expect(answer).rejects.toMatchObject({ reason: 'changed' })
})

test('a wrong format is told without asking', async () => {
  expect(await lookUp('445790')).toEqual({ found: { outcome: 'format-wrong' }, asked: [] })
})

describe('the key', () => {
  test('goes along as the name of a user', async () => {
    const seen: unknown[] = []
    const answer = (question: Question) => {
      seen.push(question.headers.authorization)
      return standIn.answer(question)
    }
    const { register } = await play(gbCompanies, { ...standIn, answer })
    await register.lookup(register.known, within())
    expect(seen).toEqual([`Basic ${btoa('a-key:')}`])
  })

  test('is what switches the register on', () => {
    expect(gbCompanies({ key: 'a-key', isLocal: false }).isOn).toBe(true)
    expect(gbCompanies({ isLocal: false }).isOn).toBe(false)
  })

  test('must be there before anybody is asked', async () => {
    const register = gbCompanies({ isLocal: false })
    const answer = register.lookup(register.known, within())
    await expect(answer).rejects.toMatchObject({ reason: 'off' })
  })

  test('that is refused switches the register off', async () => {
    await expect(lookUpWhere(() => ({ status: 401 }))).rejects.toMatchObject({ reason: 'off' })
  })
})

describe('by name', () => {
  test('one company comes up', async () => {
    const number = { kind: 'crn', value: '00445790' }
    expect(await search('Tesco')).toEqual([
      { number, name: 'TESCO PLC', seat: 'Welwyn Garden City' },
    ])
  })

  test('many come up', async () => {
    expect(await search('example')).toHaveLength(5)
  })

  test('nobody comes up', async () => {
    expect(await search('nobody bears this')).toEqual([])
  })
})

describe('a lookup', () =>
  tellsTroubles(gbCompanies, standIn, (register, limits) =>
    register.lookup(register.known, limits),
  ))

describe('a search', () =>
  tellsTroubles(gbCompanies, standIn, async (register, limits) =>
    register.search?.('Tesco', limits),
  ))
