import { describe, expect, test } from 'vitest'
import { noEnheter } from '../../src/registers/no-enheter.ts'
import { noEnheter as standIn } from '../../src/simulator/registers/no-enheter.ts'
import equinor from '../../src/simulator/registers/samples/no-brreg-enhet-923609016-200.json' with {
  type: 'json',
}
import { play, tellsTroubles, within } from './play.ts'

async function lookUp(value: string) {
  const { register, asked } = await play(noEnheter, standIn)
  return { found: await register.lookup({ kind: 'orgnr', value }, within()), asked }
}

async function search(name: string) {
  const { register, asked } = await play(noEnheter, standIn)
  return { found: await register.search?.(name, within()), asked }
}

test('a company is found', async () => {
  const { found } = await lookUp('923609016')
  expect(found).toEqual({
    outcome: 'active',
    firm: {
      name: 'EQUINOR ASA',
      seat: 'Forusbeen 50, 4035 STAVANGER',
      since: '1972-09-18',
      numbers: [{ kind: 'orgnr', value: '923609016' }],
    },
  })
})

test.each([
  ['bankrupt', '100000016'],
  ['liquidation', '100000024'],
  ['liquidation', '100000032'],
])('a company can be in %s (%s)', async (reason, number) => {
  expect((await lookUp(number)).found).toMatchObject({ outcome: 'inactive', reason })
})

test('a deleted company is struck off', async () => {
  const { found } = await lookUp('100000059')
  expect(found).toMatchObject({
    outcome: 'inactive',
    reason: 'struck-off',
    firm: { name: 'PRØVE SLETTET AS', until: '2025-06-30' },
  })
})

test('an entry taken out of the open data is struck off, and nothing more is known', async () => {
  const { found } = await lookUp('100000067')
  const firm = { numbers: [{ kind: 'orgnr', value: '100000067' }] }
  expect(found).toEqual({ outcome: 'inactive', reason: 'struck-off', firm })
})

test('the number of a branch leads to its firm', async () => {
  const { found } = await lookUp('100000075')
  expect(found).toMatchObject({
    outcome: 'active',
    firm: {
      name: 'EQUINOR ASA',
      numbers: [
        { kind: 'orgnr', value: '923609016' },
        { kind: 'orgnr', value: '100000075' },
      ],
    },
  })
})

test('a branch that was closed is no number of its firm any more, and the day is told', async () => {
  const { found } = await lookUp('100000091')
  expect(found).toMatchObject({
    outcome: 'active',
    firm: {
      name: 'EQUINOR ASA',
      branchClosed: '2025-05-01',
      numbers: [{ kind: 'orgnr', value: '923609016' }],
    },
  })
})

test('a closed branch is struck off without a name', async () => {
  const { found } = await lookUp('100000083')
  const firm = { numbers: [{ kind: 'orgnr', value: '100000083' }] }
  expect(found).toEqual({ outcome: 'inactive', reason: 'struck-off', firm })
})

test('of a person who trades alone only the town is told', async () => {
  const { found } = await lookUp('100000040')
  const numbers = [{ kind: 'orgnr', value: '100000040' }]
  const firm = { seat: 'STAVANGER', since: '2021-05-03', numbers }
  expect(found).toEqual({ outcome: 'active', firm })
})

test('a line for somebody’s attention is no address', async () => {
  const { found } = await lookUp('100000008')
  expect(found).toMatchObject({ firm: { seat: 'Prøveveien 1, 4035 STAVANGER' } })
})

test('a number that nobody bears is not found', async () => {
  const { found, asked } = await lookUp('100000148')
  expect(found).toEqual({ outcome: 'not-found' })
  expect(asked).toHaveLength(2)
})

test('a wrong format is told without asking', async () => {
  expect(await lookUp('92360901')).toEqual({ found: { outcome: 'format-wrong' }, asked: [] })
})

test('a number that the register refuses has a wrong format', async () => {
  const { register } = await play(noEnheter, { ...standIn, answer: () => ({ status: 400 }) })
  expect(await register.lookup(register.known, within())).toEqual({ outcome: 'format-wrong' })
})

test.each(['konkurs', 'underAvvikling', 'underTvangsavviklingEllerTvangsopplosning', 'navn'])(
  'a company that does not tell its %s is not taken for sound',
  async (field) => {
    const body = { ...equinor, [field]: undefined }
    await expect(lookUpKnown(body)).rejects.toMatchObject({ reason: 'changed' })
  },
)

test('an answer about another firm is no answer', async () => {
  const body = { ...equinor, organisasjonsnummer: '100000008' }
  await expect(lookUpKnown(body)).rejects.toMatchObject({ reason: 'changed' })
})

async function lookUpKnown(body: object) {
  const { register } = await play(noEnheter, { ...standIn, answer: () => ({ status: 200, body }) })
  return register.lookup(register.known, within())
}

describe('by name', () => {
  test('one company comes up', async () => {
    const { found, asked } = await search('Equinor')
    const number = { kind: 'orgnr', value: '923609016' }
    expect(found).toEqual([{ number, name: 'EQUINOR ASA', seat: 'STAVANGER' }])
    expect(asked[0]?.path).toContain('navn=Equinor&')
  })

  test('many come up, but nobody who trades alone', async () => {
    const names = (await search('prøve')).found?.map(({ name }) => name)
    expect(names).toHaveLength(5)
    expect(names).not.toContain('KARI PRØVE')
  })

  test('nobody comes up', async () => {
    expect((await search('Nobody & bears this')).found).toEqual([])
  })
})

describe('a lookup', () =>
  tellsTroubles(noEnheter, standIn, (register, limits) => register.lookup(register.known, limits)))

describe('a search', () =>
  tellsTroubles(noEnheter, standIn, async (register, limits) =>
    register.search?.('Equinor', limits),
  ))
