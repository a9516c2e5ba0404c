import type { World } from '../app/ports/world.ts'
import { readNumbers } from '../registers/numbers/read.ts'
import type { Config } from './config.ts'
import { registersFrom } from './registers-from.ts'

/** What the world knows of firms: the registers that the operator has switched on, and how their numbers are read. */
export type Firms = Pick<World, 'registers' | 'readNumbers'>

export function createFirms(config: Config, standIns?: string): Firms {
  return { registers: registersFrom(config, standIns), readNumbers }
}
