import { numberId, type Outcome, type Unavailable as Reason } from '../../core/firm/firm.ts'
import type { Limits, Register } from '../ports/firms.ts'
import type { World } from '../ports/world.ts'
import { Unavailable } from '../trouble.ts'
import { within } from '../within.ts'
import { ownWord } from './own-word.ts'
import { keepPace, type Pacer } from './pace.ts'

/** How a register is this morning. Drift: it answers, but not what it must about a number that it is known to know. */
export interface Probe {
  register: string
  state: 'well' | 'off' | 'unavailable' | 'drift'
  reason?: Reason | 'known-number-missing'
  ms: number
}

/** Seconds that the whole question may take: a firm, or a file. */
const patienceMs = { asked: 6000, copied: 60_000 }

type Prober = Pacer & Pick<World, 'log'>

/** Asks a register the one number that it is known to know. */
export async function probe(world: Prober, register: Register): Promise<Probe> {
  const began = world.now().getTime()
  const tell = (state: Probe['state'], reason?: Probe['reason']): Probe => ({
    register: register.id,
    state,
    ...(reason && { reason }),
    ms: world.now().getTime() - began,
  })
  if (!register.isOn) return tell('off')
  const signal = AbortSignal.timeout(patienceMs[register.kind])
  try {
    const outcome = await within(signal, ask(world, register, { signal, now: world.now() }), late)
    if (outcome.outcome === (register.expects ?? 'active')) return tell('well')
    if (outcome.outcome !== 'unavailable') return tell('drift', 'known-number-missing')
    return tell(outcome.reason === 'changed' ? 'drift' : 'unavailable', outcome.reason)
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    return tell(error.reason === 'changed' ? 'drift' : 'unavailable', error.reason)
  }
}

/** Once a day, however many clocks tick: what has drifted is logged, and an alarm reads the log. */
export async function probeDaily(world: World): Promise<void> {
  if (!(await world.paces.take({ task: 'probe' }, { most: 1, day: 'Europe/Warsaw' }))) return
  // Side by side: one that holds its answer back must not use up the time of the others.
  const probes = await Promise.all(world.registers.map((register) => probe(world, register)))
  for (const { register, state, reason = '', ms } of probes) {
    world.log(`register-${state}`, { register, reason, ms })
  }
}

const late: Outcome = { outcome: 'unavailable', reason: 'slow' }

/** A copied register is well when its file comes whole: which firms it holds changes from day to day. */
async function ask(world: Prober, register: Register, limits: Limits): Promise<Outcome> {
  if (register.kind === 'asked') {
    await keepPace(world, register, limits.signal)
    return ownWord(world.log, register, () => register.lookup(register.known, limits))
  }
  const { outcomes } = await ownWord(world.log, register, () => register.download(limits))
  return outcomes.size > 0
    ? { outcome: 'active', firm: { numbers: [] } }
    : { outcome: 'unavailable', reason: 'changed' }
}

/** What it is asked, for the operator: `nip-7740001454`. */
export function knownOf({ kind, known }: Register): string {
  return kind === 'copied' ? 'the whole file' : numberId(known)
}
