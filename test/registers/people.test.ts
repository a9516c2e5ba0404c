import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { numberId } from '../../src/core/firm/firm.ts'
import { readAs } from '../../src/registers/numbers/kinds.ts'
import { openTrial, type Trial } from './trial.ts'

const folder = 'src/simulator/registers/samples'
const samples = readdirSync(folder)
  .filter((name) => /^(pl|eu)-.*\.json$/.test(name))
  .map((name): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')))

const keys =
  /^(?:imie|imieDrugie|nazwisko|nazwiskoI+Czlon|firstName|lastName|pesel|residenceAddress)$/

/** Names, identity numbers and homes, wherever they stand in the samples; and a word of free text. */
const personal = [...new Set([...samples.flatMap(personalIn), 'PRYWATNA', 'PEŁNOMOCNIK'])]
const numbers = [...new Set(samples.flatMap(numbersIn))]

let trial: Trial
beforeAll(async () => {
  trial = await openTrial()
})
afterAll(() => trial.standIns.stop())

test('the samples hold people to look for, and numbers to ask', () => {
  expect(personal).toEqual(expect.arrayContaining(['Przykładowski', '00000000001', 'KOWALSKI']))
  expect(numbers.length).toBeGreaterThan(30)
})

test('no word of a person leaves a register', async () => {
  const said = await Promise.all(
    trial.registers.flatMap((register) =>
      numbers
        .filter((number) => register.takes.some((kind) => number.startsWith(`${kind}-`)))
        .map(async (number) => {
          const outcome = await trial.lookup(register.id, number).catch(String)
          return `${register.id} ${JSON.stringify(outcome)}`.toUpperCase()
        }),
    ),
  )
  expect(said.filter((text) => text.includes('"OUTCOME":"ACTIVE"')).length).toBeGreaterThan(20)
  const leaks = said.filter((text) => personal.some((word) => text.includes(word.toUpperCase())))
  expect(leaks).toEqual([])
})

function personalIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inside]) =>
    keys.test(key) && typeof inside === 'string' && inside.length > 2
      ? [inside]
      : personalIn(inside),
  )
}

/** Whatever can be the number of a firm, wherever it stands. */
function numbersIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(numbersIn)
  if (typeof value !== 'string') return []
  const kinds = ['nip', 'regon', 'krs', 'kraz'] as const
  const reads = kinds.flatMap((kind) => readAs(kind, value, 'bare') ?? [])
  return reads.filter(({ fault }) => !fault).map(numberId)
}
