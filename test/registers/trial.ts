import type { AskedRegister, Limits, Register } from '../../src/app/ports/firms.ts'
import { Unavailable } from '../../src/app/trouble.ts'
import { numberFrom } from '../../src/core/firm/firm.ts'
import { createRegisters } from '../../src/registers/list.ts'
import { standIns } from '../../src/simulator/registers/list.ts'
import { type StandIns, startStandIns } from '../../src/simulator/registers/stand-ins.ts'

export const today = new Date('2026-11-26T12:00:00Z')

/** All registers, each asking its stand-in. */
export interface Trial {
  standIns: StandIns
  registers: Register[]
  asked: (id: string) => AskedRegister
  /** What the register says about a number id such as `nip-7740001454`. */
  lookup: (id: string, number: string, limits?: Limits) => ReturnType<AskedRegister['lookup']>
}

export async function openTrial(): Promise<Trial> {
  const played = await startStandIns(standIns)
  const registers = createRegisters(() => ({ url: played.url, key: 'a-token', isLocal: true }))
  const asked = (id: string) => {
    const register = registers.find((one) => one.id === id)
    if (register?.kind !== 'asked') throw new Error(`nobody asks ${id}`)
    return register
  }
  const lookup: Trial['lookup'] = async (id, text, limits = within()) => {
    const number = numberFrom(text)
    if (!number) throw new Error(`${text} is no number`)
    return asked(id).lookup(number, limits)
  }
  return { standIns: played, registers, asked, lookup }
}

export function within(ms = 5000, now = today): Limits {
  return { signal: AbortSignal.timeout(ms), now }
}

/** Why the register could not say anything. */
export async function reasonOf(asking: Promise<unknown>): Promise<string> {
  try {
    return `it said ${JSON.stringify(await asking)}`
  } catch (error) {
    if (error instanceof Unavailable) return error.reason
    throw error
  }
}
