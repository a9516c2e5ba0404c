import type { AskedRegister, World } from './ports.ts'
import { Unavailable } from './trouble.ts'

/** What keeping to a register's pace takes. */
export type Pacer = Pick<World, 'now' | 'pause'> & { store: Pick<World['store'], 'take'> }

/** A window of a second passes while a person waits; a longer one does not. */
const shortWindowMs = 2000

/** Takes one request out of every limit of the register. Throws Unavailable when a long one is used up. */
export async function takeTurn(world: Pacer, register: AskedRegister, signal: AbortSignal) {
  for (const pace of register.paces) {
    while (!(await world.store.take(register.id, pace))) {
      if ('day' in pace || pace.perMs > shortWindowMs) throw new Unavailable('budget')
      if (signal.aborted) throw new Unavailable('budget')
      await world.pause(pace.perMs / 2)
    }
  }
}

/** Whatever holds an answer back, and whether or not it heeds the signal, a person does not wait longer. */
export async function within<Answer>(
  signal: AbortSignal,
  work: Promise<Answer>,
  late: Answer,
): Promise<Answer> {
  if (signal.aborted) return late
  const over = new Promise<Answer>((resolve) => {
    signal.addEventListener('abort', () => resolve(late), { once: true })
  })
  return Promise.race([work, over])
}
