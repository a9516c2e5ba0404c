import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Outcome } from '../../src/core/firm/firm.ts'
import { openTrial, type Trial } from './trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await openTrial()
})
afterAll(() => trial.standIns.stop())

const ways: [register: string, number: string][] = [
  ['PL_WL', 'nip-7740001454'],
  ['PL_WL', 'regon-610188201'],
  ['PL_KRS', 'krs-0000028860'],
  ['EU_VIES', 'vat-PL7740001454'],
  ['EU_VIES', 'nip-7740001454'],
]

test.each(ways)('%s by %s leads to one and the same firm', async (register, number) => {
  const outcome = await trial.lookup(register, number)
  expect(nipOf(outcome)).toBe('7740001454')
  expect(outcome).toHaveProperty('firm.name', 'ORLEN SPÓŁKA AKCYJNA')
})

function nipOf(outcome: Outcome): string | undefined {
  const numbers = 'firm' in outcome ? outcome.firm.numbers : []
  return numbers.find(({ kind }) => kind === 'nip')?.value
}
