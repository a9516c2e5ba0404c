import {
  type Answer,
  type Candidate,
  type Finding,
  numberId,
  type Question,
  type Unavailable as Reason,
} from '../../core/firm/firm.ts'
import type { AskedRegister } from '../ports/firms.ts'
import type { World } from '../ports/world.ts'
import { Unavailable } from '../trouble.ts'
import { within } from '../within.ts'
import { ownWord } from './own-word.ts'
import { keepPace } from './pace.ts'

/** More candidates than a screen has buttons would only confuse. */
const candidatesAtMost = 5

type Named = Question & { by: 'name' }

/** A name gives candidates to choose from, never a verdict. */
export async function askByName(
  world: World,
  question: Named,
  signal: AbortSignal,
): Promise<Answer> {
  const registers = world.registers.filter(
    (one): one is AskedRegister =>
      one.kind === 'asked' && one.isOn && (one.searches?.includes(question.country) ?? false),
  )
  const answers = await Promise.all(
    registers.map((one) => search(world, one, { question, signal })),
  )
  const candidates = answers.flatMap((found) => ('candidates' in found ? found.candidates : []))
  const findings = answers.flatMap((found) => ('finding' in found ? [found.finding] : []))
  const once = new Map(candidates.map((one) => [numberId(one.number), one]))
  return { question, findings, candidates: [...once.values()].slice(0, candidatesAtMost) }
}

interface Search {
  question: Named
  signal: AbortSignal
}

type Found = { candidates: Candidate[] } | { finding: Finding }

async function search(
  world: World,
  register: AskedRegister,
  { question, signal }: Search,
): Promise<Found> {
  const now = world.now()
  const proof = { register: register.id, number: '', asOf: now.toISOString() }
  const without = (reason: Reason): Found => ({
    finding: { ...proof, outcome: 'unavailable', reason },
  })
  const looking = async (): Promise<Found> => {
    await keepPace(world, register, signal)
    const find = async () => register.search?.(question.name, { signal, now })
    const candidates = (await ownWord(world.log, register, find)) ?? []
    return candidates.length > 0 ? { candidates } : { finding: { ...proof, outcome: 'not-found' } }
  }
  return within(signal, looking(), without('slow')).catch((error) => {
    if (error instanceof Unavailable) return without(error.reason)
    throw error
  })
}
