import { describe, expect, test } from 'vitest'
import { czAgencies } from '../../src/registers/cz-agencies.ts'
import { czAgencies as standIn } from '../../src/simulator/registers/cz-agencies.ts'
import sample from '../../src/simulator/registers/samples/cz-mpsv-agentury-prace-sample-200.json' with {
  type: 'json',
}
import type { Reply } from '../../src/simulator/registers/stand-ins.ts'
import { play, tellsTroubles, within } from './play.ts'

async function download(now?: string) {
  const { register } = await play(czAgencies, standIn)
  return register.download(within(10_000, now))
}

async function says(number: string, now?: string) {
  return (await download(now)).outcomes.get(`ico-${number}`)
}

async function downloadWhere(answer: () => Reply) {
  const { register } = await play(czAgencies, { ...standIn, answer })
  return register.download(within())
}

test('an agency may do what its valid permits say', async () => {
  expect(await says('29813158')).toEqual({
    outcome: 'active',
    firm: {
      name: 'AG MIRASTAFF s.r.o.',
      numbers: [{ kind: 'ico', value: '29813158' }],
      permits: [
        { what: 'temporary-work', from: '2026-10-02', until: '2029-10-02' },
        { what: 'placement', from: '2026-10-02' },
      ],
    },
  })
})

test('of two permits the one that has ended does not count', async () => {
  const permits = [{ what: 'placement', from: '2026-10-02' }]
  expect(await says('29813158', '2029-10-03T12:00:00Z')).toMatchObject({
    outcome: 'active',
    firm: { permits },
  })
})

test('a permit is valid on its last day', async () => {
  const permits = [{ what: 'temporary-work' }, { what: 'placement' }]
  expect(await says('29813158', '2029-10-02T12:00:00Z')).toMatchObject({ firm: { permits } })
})

test('the day is the one in Prague', async () => {
  expect(await says('26910560', '2026-09-30T21:59:00Z')).toMatchObject({ outcome: 'inactive' })
  expect(await says('26910560', '2026-09-30T22:01:00Z')).toMatchObject({ outcome: 'active' })
})

test('an agency whose permits have all ended is inactive', async () => {
  expect(await says('99900033')).toMatchObject({ outcome: 'inactive', reason: 'expired' })
})

test('an agency whose permit is yet to come has not started', async () => {
  expect(await says('99900041')).toMatchObject({ outcome: 'inactive', reason: 'not-started' })
})

test('an agency that bears the name of a person is told without it', async () => {
  const found = await says('99900050')
  expect(found).toMatchObject({ outcome: 'active', firm: { permits: [{ what: 'placement' }] } })
  expect(found).not.toHaveProperty('firm.name')
})

test('a permit for advice alone allows neither', async () => {
  const licence = { platnostOd: '2020-01-01', platnostDo: null }
  const povoleni = [{ ...licence, vyhledavaniZamestnani: false, zamestnavaniOsob: false }]
  const { outcomes } = await downloadWhere(() => ({
    status: 200,
    body: { polozky: [{ ico: '99900033', nazev: 'Ukázka s.r.o.', povoleni }] },
  }))
  expect(outcomes.get('ico-99900033')).toMatchObject({
    outcome: 'inactive',
    reason: 'not-approved',
  })
})

test('an agency that is not in the file is not found there', async () => {
  expect(await says('64608212')).toBeUndefined()
})

test('an agency is found though the file leaves out the zeros at the beginning of its number', async () => {
  const polozky = [{ ...sample.polozky[0], ico: '177041' }]
  const { outcomes } = await downloadWhere(() => ({ status: 200, body: { polozky } }))
  expect([...outcomes.keys()]).toEqual(['ico-00177041'])
})

test('an agency without a number does not spoil the file', async () => {
  expect((await download()).outcomes.has('ico-')).toBe(false)
})

test('the copy is as of the moment when it was made', async () => {
  expect((await download('2026-11-22T12:00:00Z')).asOf).toBe('2026-11-22T12:00:00.000Z')
})

test('a file of ten megabytes is read', async () => {
  const polozky = [{ ...sample.polozky[0], note: 'x'.repeat(10_000_000) }]
  const { outcomes } = await downloadWhere(() => ({ status: 200, body: { polozky } }))
  expect(outcomes.size).toBe(1)
})

test.each([
  ['without agencies', []],
  ['without a number in it', [{ ico: null, nazev: 'Ukázka s.r.o.', povoleni: [] }]],
  ['with permits of another shape', [{ ico: '99900033', povoleni: [{ od: '2020-01-01' }] }]],
])('a file %s is refused', async (_what, polozky) => {
  const answer = downloadWhere(() => ({ status: 200, body: { polozky } }))
  await expect(answer).rejects.toMatchObject({ reason: 'changed' })
})

test('a file that is gone says nothing about anybody', async () => {
  await expect(downloadWhere(() => ({ status: 404 }))).rejects.toMatchObject({ reason: 'down' })
})

describe('a download', () =>
  tellsTroubles(czAgencies, standIn, (register, limits) => register.download(limits)))
