import { describe, expect, test } from 'vitest'
import { frEntreprises } from '../../src/registers/fr-entreprises.ts'
import { frEntreprises as standIn } from '../../src/simulator/registers/fr-entreprises.ts'
import refusal from '../../src/simulator/registers/samples/fr-recherche-entreprises-400.json' with {
  type: 'json',
}
import { play, tellsTroubles, within } from './play.ts'

async function lookUp(kind: 'siren' | 'siret', value: string) {
  const { register, asked } = await play(frEntreprises, standIn)
  return { found: await register.lookup({ kind, value }, within()), asked }
}

async function search(name: string) {
  const { register } = await play(frEntreprises, standIn)
  return register.search?.(name, within())
}

const poste = {
  outcome: 'active',
  firm: {
    name: 'LA POSTE',
    seat: '9 RUE DU COLONEL PIERRE AVIA, 75015 PARIS 15',
    since: '1991-01-01',
    numbers: [
      { kind: 'siren', value: '356000000' },
      { kind: 'siret', value: '35600000000048' },
    ],
  },
}

test('a company is found by its number', async () => {
  expect((await lookUp('siren', '356000000')).found).toEqual(poste)
})

test('a company is found by the number of its seat', async () => {
  expect((await lookUp('siret', '35600000000048')).found).toEqual(poste)
})

test('the directors are not even asked for', async () => {
  const { asked } = await lookUp('siren', '356000000')
  expect(asked[0]?.path).toMatch(/&minimal=true&include=siege$/)
})

test('a company that has ceased is struck off', async () => {
  const { found } = await lookUp('siren', '999000011')
  expect(found).toMatchObject({
    outcome: 'inactive',
    reason: 'struck-off',
    firm: { until: '2025-09-30' },
  })
})

test.each([
  ['who trades alone', '999000029'],
  ['who objected in part', '999000037'],
])('of somebody %s only the town is told', async (_who, value) => {
  const { found } = await lookUp('siren', value)
  expect(found).toMatchObject({ outcome: 'active', firm: { seat: 'LILLE' } })
  expect(found).not.toHaveProperty('firm.name')
})

test('what somebody has objected to is no town', async () => {
  const siege = { libelle_commune: '[ND]' }
  const person = { siren: '999000029', nature_juridique: '1000', statut_diffusion: 'P', siege }
  const results = [{ ...person, etat_administratif: 'A' }]
  const answer = () => ({ status: 200, body: { results, total_results: 1 } })
  const { register } = await play(frEntreprises, { ...standIn, answer })
  const found = await register.lookup({ kind: 'siren', value: '999000029' }, within())
  const numbers = [{ kind: 'siren', value: '999000029' }]
  expect(found).toEqual({ outcome: 'active', firm: { numbers } })
})

test('the person who takes in the post is no address', async () => {
  const { found } = await lookUp('siren', '999000003')
  expect(found).toMatchObject({ firm: { seat: '1 RUE DE L EXEMPLE, 59000 LILLE' } })
})

test('a company is found by the number of a branch, which does not come back', async () => {
  const results = [{ siren: '356000000', etat_administratif: 'A', siege: null }]
  const answer = () => ({ status: 200, body: { results, total_results: 1 } })
  const { register } = await play(frEntreprises, { ...standIn, answer })
  const found = await register.lookup({ kind: 'siret', value: '35600000000014' }, within())
  expect(found).toMatchObject({ outcome: 'active' })
})

test('a number that nobody bears is not found', async () => {
  expect((await lookUp('siren', '999000045')).found).toEqual({ outcome: 'not-found' })
})

test('another firm that the search brings up is no answer', async () => {
  const results = [{ siren: '356000000', etat_administratif: 'A', nature_juridique: '5510' }]
  const body = { results, total_results: 1 }
  const other = { ...standIn, answer: () => ({ status: 200, body }) }
  const { register } = await play(frEntreprises, other)
  const answer = register.lookup({ kind: 'siren', value: '999000003' }, within())
  await expect(answer).rejects.toMatchObject({ reason: 'changed' })
})

test('a wrong format is told without asking', async () => {
  const expected = { found: { outcome: 'format-wrong' }, asked: [] }
  expect(await lookUp('siret', '356000000000')).toEqual(expected)
})

test('a number that the register refuses has a wrong format', async () => {
  const refusing = { ...standIn, answer: () => ({ status: 400, body: refusal }) }
  const { register } = await play(frEntreprises, refusing)
  expect(await register.lookup(register.known, within())).toEqual({ outcome: 'format-wrong' })
})

test.each([
  ['a state that we do not know', { etat_administratif: 'X', nature_juridique: '1000' }],
  ['a company without a name', { etat_administratif: 'A', nature_juridique: '5510' }],
])('%s is no answer', async (_what, fields) => {
  const body = { results: [{ siren: '356000000', ...fields }], total_results: 1 }
  const odd = { ...standIn, answer: () => ({ status: 200, body }) }
  const { register } = await play(frEntreprises, odd)
  const answer = register.lookup(register.known, within())
  await expect(answer).rejects.toMatchObject({ reason: 'changed' })
})

describe('by name', () => {
  test('one company comes up', async () => {
    const number = { kind: 'siren', value: '356000000' }
    expect(await search('la poste')).toEqual([{ number, name: 'LA POSTE', seat: 'PARIS 15' }])
  })

  test('many come up, but nobody who trades alone or objected', async () => {
    const names = (await search('exemple'))?.map(({ name }) => name)
    expect(names).toEqual(['EXEMPLE INTERIM', 'EXEMPLE FERME'])
  })

  test('nobody comes up', async () => {
    expect(await search('nobody bears this')).toEqual([])
  })

  test('a search that is refused is no empty answer', async () => {
    await expect(search('a')).rejects.toMatchObject({ reason: 'changed' })
  })
})

describe('a lookup', () =>
  tellsTroubles(frEntreprises, standIn, (register, limits) =>
    register.lookup(register.known, limits),
  ))

describe('a search', () =>
  tellsTroubles(frEntreprises, standIn, async (register, limits) =>
    register.search?.('la poste', limits),
  ))
