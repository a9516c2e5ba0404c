import { describe, expect, test } from 'vitest'
import { czAres } from '../../src/registers/cz-ares.ts'
import { czAres as standIn } from '../../src/simulator/registers/cz-ares.ts'
import { play, tellsTroubles, within } from './play.ts'

async function lookUp(value: string) {
  const { register, asked } = await play(czAres, standIn)
  return { found: await register.lookup({ kind: 'ico', value }, within()), asked }
}

async function search(name: string) {
  const { register } = await play(czAres, standIn)
  return register.search?.(name, within())
}

test('a company is found', async () => {
  const { found } = await lookUp('64608212')
  expect(found).toEqual({
    outcome: 'active',
    firm: {
      name: 'SIGMA 1868 spol. s r.o.',
      seat: 'Tovární 2270, Hranice I-Město, 75301 Hranice',
      since: '1996-01-01',
      numbers: [
        { kind: 'ico', value: '64608212' },
        { kind: 'vat', value: 'CZ64608212' },
      ],
    },
  })
})

test('a company that has ended is struck off', async () => {
  const { found } = await lookUp('99900009')
  expect(found).toMatchObject({
    outcome: 'inactive',
    reason: 'struck-off',
    firm: { until: '2025-11-30' },
  })
})

test('a company in the register of insolvencies makes one look twice', async () => {
  const { found } = await lookUp('99900017')
  expect(found).toMatchObject({ outcome: 'active', firm: { alerts: ['insolvency'] } })
})

test('of a sole trader only the town is told, never the birth number in the VAT number', async () => {
  const { found } = await lookUp('99900025')
  expect(found).toEqual({
    outcome: 'active',
    firm: { seat: 'Hranice', since: '1996-01-01', numbers: [{ kind: 'ico', value: '99900025' }] },
  })
})

test('a number that nobody bears is not found', async () => {
  expect((await lookUp('99900092')).found).toEqual({ outcome: 'not-found' })
})

test('a wrong format is told without asking', async () => {
  expect(await lookUp('6460821')).toEqual({ found: { outcome: 'format-wrong' }, asked: [] })
})

test('a number that the register refuses has a wrong format', async () => {
  const refusing = {
    ...standIn,
    answer: () => ({ status: 400, body: { kod: 'CHYBA_VSTUPU', popis: '', subKod: '' } }),
  }
  const { register } = await play(czAres, refusing)
  expect(await register.lookup(register.known, within())).toEqual({ outcome: 'format-wrong' })
})

test('an answer about another firm is no answer', async () => {
  const body = { ico: '99900009', obchodniJmeno: 'Jiná s.r.o.', pravniForma: '112' }
  const { register } = await play(czAres, { ...standIn, answer: () => ({ status: 200, body }) })
  const answer = register.lookup(register.known, within())
  await expect(answer).rejects.toMatchObject({ reason: 'changed' })
})

test('a page that is missing is not a firm that is missing', async () => {
  const { register } = await play(czAres, { ...standIn, answer: () => ({ status: 404, body: {} }) })
  const answer = register.lookup(register.known, within())
  await expect(answer).rejects.toMatchObject({ reason: 'changed' })
})

describe('by name', () => {
  test('one company comes up', async () => {
    expect(await search('Sigma 1868')).toEqual([
      {
        number: { kind: 'ico', value: '64608212' },
        name: 'SIGMA 1868 spol. s r.o.',
        seat: 'Hranice',
      },
    ])
  })

  test('many come up, but neither sole traders nor rows without a number', async () => {
    const names = (await search('ukázka'))?.map(({ number }) => number.value)
    expect(names).toEqual(['99900009', '99900017'])
  })

  test('nobody comes up', async () => {
    expect(await search('Nobody bears this')).toEqual([])
  })

  test('nobody comes up where the register says so by 404', async () => {
    const empty = { ...standIn, answer: () => ({ status: 404, body: { kod: 'NENALEZENO' } }) }
    const { register } = await play(czAres, empty)
    expect(await register.search?.('Sigma', within())).toEqual([])
  })

  test('a name that thousands bear is no empty answer', async () => {
    await expect(search('s.r.o.')).rejects.toMatchObject({ reason: 'changed' })
  })
})

describe('a lookup', () =>
  tellsTroubles(czAres, standIn, (register, limits) => register.lookup(register.known, limits)))

describe('a search', () =>
  tellsTroubles(czAres, standIn, async (register, limits) => register.search?.('Sigma', limits)))
