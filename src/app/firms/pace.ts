import type { AskedRegister } from '../ports/firms.ts'
import type { World } from '../ports/world.ts'
import { Unavailable } from '../trouble.ts'

/** What keeping to a register's pace takes. */
export type Pacer = Pick<World, 'now' | 'pause' | 'paces'>

/** A window of a second passes while a person waits; a longer one does not. */
const shortWindowMs = 2000

/** Takes one request out of every limit of the register. Throws Unavailable when a long one is used up. */
export async function keepPace(world: Pacer, register: AskedRegister, signal: AbortSignal) {
  for (const pace of register.paces) {
    while (!(await world.paces.take({ register: register.id }, pace))) {
      if ('day' in pace || pace.perMs > shortWindowMs) throw new Unavailable('budget')
      if (signal.aborted) throw new Unavailable('budget')
      await world.pause(pace.perMs / 2)
    }
  }
}
