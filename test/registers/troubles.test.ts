import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Register } from '../../src/app/ports/firms.ts'
import { createRegisters } from '../../src/registers/list.ts'
import { standIns } from '../../src/simulator/registers/list.ts'
import type { Mood } from '../../src/simulator/registers/stand-ins.ts'
import { openTrial, reasonOf, type Trial, within } from './trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await openTrial()
})
beforeEach(() => {
  trial.standIns.be('well')
  trial.standIns.asked.length = 0
})
afterAll(() => trial.standIns.stop())

const registers = createRegisters(() => ({ isLocal: true }))
const troubles: [Mood, string][] = [
  ['slow', 'slow'],
  ['throttled', 'throttled'],
  ['down', 'down'],
  ['html', 'down'],
  ['moved', 'down'],
  ['huge', 'changed'],
  ['broken', 'down'],
  ['changed', 'changed'],
]

describe.each(registers.map(({ id }) => id))('%s', (id) => {
  test.each(troubles)('that is %s is unavailable: %s', async (mood, reason) => {
    trial.standIns.be(mood, id)
    const limits = within(mood === 'slow' ? 100 : 5000)
    expect(await reasonOf(askKnown(registerOf(id), limits))).toBe(reason)
  })

  test('is asked once when it sends us elsewhere, and nobody else is', async () => {
    trial.standIns.be('moved', id)
    await reasonOf(askKnown(registerOf(id), within()))
    expect(trial.standIns.asked.map((asked) => asked.id)).toEqual([id])
  })

  test('has a stand-in that answers for its known number', async () => {
    expect(standIns.map((standIn) => standIn.id)).toContain(id)
    await expect(askKnown(registerOf(id), within())).resolves.toBeDefined()
  })
})

function registerOf(id: string): Register {
  const register = trial.registers.find((one) => one.id === id)
  if (!register) throw new Error(`there is no ${id}`)
  return register
}

function askKnown(register: Register, limits: ReturnType<typeof within>): Promise<unknown> {
  return register.kind === 'asked'
    ? register.lookup(register.known, limits)
    : register.download(limits)
}
