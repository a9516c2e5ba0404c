import { expect, onTestFinished, test } from 'vitest'
import type { Limits } from '../../src/app/ports/firms.ts'
import type { Setting } from '../../src/registers/site.ts'
import { type Mood, type StandIn, startStandIns } from '../../src/simulator/registers/stand-ins.ts'

/** A register that asks its stand-in; both are gone when the test is over. */
export async function play<Register>(create: (setting: Setting) => Register, standIn: StandIn) {
  const standIns = await startStandIns([standIn])
  onTestFinished(standIns.stop)
  return { ...standIns, register: create({ url: standIns.url, key: 'a-key', isLocal: true }) }
}

export function within(ms = 10_000, now = '2026-11-22T12:00:00Z'): Limits {
  return { signal: AbortSignal.timeout(ms), now: new Date(now) }
}

const troubles: [mood: Mood, reason: string][] = [
  ['slow', 'slow'],
  ['throttled', 'throttled'],
  ['down', 'down'],
  ['html', 'down'],
  ['moved', 'down'],
  ['broken', 'down'],
  ['huge', 'changed'],
  ['changed', 'changed'],
]

/** In no trouble does a register say anything about a firm. */
export function tellsTroubles<Register>(
  create: (setting: Setting) => Register,
  standIn: StandIn,
  ask: (register: Register, limits: Limits) => Promise<unknown>,
) {
  test.each(troubles)('a register that is %s is unavailable: %s', async (mood, reason) => {
    const { register, be } = await play(create, standIn)
    be(mood)
    const answer = ask(register, within(mood === 'slow' ? 100 : 10_000))
    await expect(answer).rejects.toMatchObject({ name: 'Unavailable', reason })
  })
}
