import { probe } from '../app/firms/probe.ts'
import { createMemoryStore } from '../store/memory/memory.ts'
import { examineAlarms, examineFunction, examineQueue, examineTable } from './examine-cloud.ts'
import { examineReader } from './examine-reader.ts'
import { examineSecrets } from './examine-secrets.ts'
import { examineHook, examineInline, examineProfile } from './examine-telegram.ts'
import type { Diagnosis, Examination, Patient } from './patient.ts'

const examinations: Record<string, Examination> = {
  secrets: examineSecrets,
  webhook: examineHook,
  'inline mode': examineInline,
  function: examineFunction,
  table: examineTable,
  queue: examineQueue,
  reader: examineReader,
  alarms: examineAlarms,
  texts: examineProfile,
  registers: examineRegisters,
}

/** Everything that can be wrong with a stage, side by side; in the order in which one thing needs the other. */
export async function examine(patient: Patient): Promise<Diagnosis[]> {
  const found = Object.entries(examinations).map(async ([what, look]) => {
    try {
      return await look(patient)
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown'
      return [{ what, fault: `could not be looked at (${name})`, cure: cureOf(name) }]
    }
  })
  return (await Promise.all(found)).flat()
}

/** Names of AWS's own refusals. */
function cureOf(name: string) {
  return /Credential|Token|AccessDenied|Unauthorized/i.test(name)
    ? 'Sign in to the account (aws sso login, or AWS_PROFILE), with rights to read the stage.'
    : 'Is this machine connected, and is the stage deployed? npm run deploy -- --dry-run shows it.'
}

async function examineRegisters({ world }: Patient): Promise<Diagnosis[]> {
  // Its own count of requests: the operator's machine need not write into the table.
  const { now, pause, log } = world
  const own = { ...createMemoryStore(now), now, pause, log }
  const looks = world.registers.map(async (register): Promise<Diagnosis> => {
    const { state, reason } = await probe(own, register)
    const what = `register ${register.id}`
    if (state === 'well') return { what }
    if (state === 'off') return { what: `${what} (off: it has no key)` }
    if (state === 'drift') {
      const cure =
        'Switch it off until the code knows its new shape; npm run registers looks again.'
      return { what, fault: 'no longer answers as we know it', cure }
    }
    const cure =
      'Usually the register itself; people are told that it could not be asked. Look again later.'
    return { what, fault: `cannot be asked (${reason})`, cure }
  })
  return Promise.all(looks)
}
