import { describe, expect, test } from 'vitest'
import { noStaffing } from '../../src/registers/no-staffing.ts'
import { noStaffing as standIn } from '../../src/simulator/registers/no-staffing.ts'
import sample from '../../src/simulator/registers/samples/no-bemanningsforetaksregisteret-anonymised.json' with {
  type: 'json',
}
import type { Reply } from '../../src/simulator/registers/stand-ins.ts'
import { play, tellsTroubles, within } from './play.ts'

async function download() {
  const { register } = await play(noStaffing, standIn)
  return register.download(within())
}

async function says(number: string) {
  return (await download()).outcomes.get(`orgnr-${number}`)
}

async function downloadWhere(answer: () => Reply) {
  const { register } = await play(noStaffing, { ...standIn, answer })
  return register.download(within())
}

test('an approved firm may lend workers', async () => {
  expect(await says('111111111')).toEqual({
    outcome: 'active',
    firm: {
      name: 'KRISTOFFERSENS BODY GUARDS AS',
      seat: 'Slottsplassen 1, 0010 OSLO',
      since: '1969-08-11',
      numbers: [{ kind: 'orgnr', value: '111111111' }],
      permits: [{ what: 'temporary-work' }],
    },
  })
})

test('a firm that was refused is not approved', async () => {
  const found = await says('100000105')
  expect(found).toMatchObject({ outcome: 'inactive', reason: 'not-approved' })
  expect(found).not.toHaveProperty('firm.permits')
})

test('a firm that only stands there is not listed', async () => {
  expect(await says('100000113')).toBeUndefined()
})

test('a branch has its own word', async () => {
  expect(await says('222222222')).toMatchObject({ outcome: 'inactive', reason: 'not-approved' })
})

test('a branch without a word of its own shares its firm’s, and names it', async () => {
  expect(await says('100000091')).toMatchObject({
    outcome: 'active',
    firm: {
      numbers: [
        { kind: 'orgnr', value: '100000091' },
        { kind: 'orgnr', value: '100000008' },
      ],
    },
  })
})

test.each(['100000040', '100000121'])(
  'of a person who trades alone (%s) no name',
  async (number) => {
    const found = await says(number)
    expect(found).toMatchObject({ outcome: 'active', firm: { seat: 'OSLO' } })
    expect(found).not.toHaveProperty('firm.name')
  },
)

test('a firm that is not in the file is not found there', async () => {
  expect(await says('923609016')).toBeUndefined()
})

test('the copy is as old as the file', async () => {
  expect((await download()).asOf).toBe('2025-02-24T07:07:12.293Z')
})

test('a file of ten megabytes is read', async () => {
  const entry = { ...sample.data[0], note: 'x'.repeat(10_000_000) }
  const body = { ...sample, data: [entry] }
  expect((await downloadWhere(() => ({ status: 200, body }))).outcomes.size).toBe(2)
})

test('an empty file is refused', async () => {
  const metadata = { datoTidGenerert: '2026-11-22T00:00:00Z' }
  const answer = downloadWhere(() => ({ status: 200, body: { metadata, data: [] } }))
  await expect(answer).rejects.toMatchObject({ reason: 'changed' })
})

test('a file in which nobody has a word is refused', async () => {
  const metadata = { datoTidGenerert: '2026-11-22T00:00:00Z' }
  const data = [{ organisasjonsnummer: '100000008', navn: 'PRØVE AS', registerstatus: 0 }]
  const answer = downloadWhere(() => ({ status: 200, body: { metadata, data } }))
  await expect(answer).rejects.toMatchObject({ reason: 'changed' })
})

test('a server that turns us away is down', async () => {
  const answer = downloadWhere(() => ({ status: 403, body: { message: 'Forbidden' } }))
  await expect(answer).rejects.toMatchObject({ reason: 'down' })
})

describe('a download', () =>
  tellsTroubles(noStaffing, standIn, (register, limits) => register.download(limits)))
