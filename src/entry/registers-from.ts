import type { Register } from '../app/ports/firms.ts'
import { createRegisters } from '../registers/list.ts'
import { type Config, Misconfigured } from './config.ts'

/** The registers as the operator set them; with stand-ins all of them lead to one address on this machine. */
export function registersFrom({ STAGE, registers }: Config, standIns?: string): Register[] {
  const isLocal = STAGE === 'local'
  try {
    return createRegisters((id) =>
      standIns ? { url: standIns, key: 'stand-in', isLocal } : { ...registers[id], isLocal },
    )
  } catch (error) {
    throw new Misconfigured(`REGISTER_<ID>_URL: ${error instanceof Error ? error.message : error}`)
  }
}
