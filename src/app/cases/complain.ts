import type { Case } from '../../core/case.ts'
import type { Performance } from '../pending/performance.ts'
import type { Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { changeCase } from './change.ts'
import { sayBeside } from './say-beside.ts'

/** So many messages that were a complaint are known, the last ones. */
const remembered = 50

/**
 * What a person wrote as a complaint shall come to who leads the desk. It is noted first, so that no change of it goes to the desk itself.
 * Safe to repeat.
 */
export async function complain(
  world: World,
  { chat, entry, speaks }: Performance & { speaks: string },
): Promise<void> {
  const { message, update } = entry
  const noted = await changeCase(world, chat, ({ apart = [], ...one }) =>
    apart.includes(message)
      ? { ...one, apart }
      : { ...one, apart: [...apart, message].slice(-remembered) },
  )
  if (!noted) return sayUnheard(world, { chat, message, update, language: speaks })
  await world.queue.enqueue({ kind: 'complaint', chat, desk: noted.desk, message, update })
}

/** Whether a complaint may come to who leads the desk: not where it may be about them. */
export function mayHear({ lead }: Pick<Desk, 'lead'>, { by, had, isOfLead }: Case): boolean {
  return !isOfLead && by !== lead && had !== lead
}

/** Nobody gets it: who wrote it hears that, and that the address is left. */
export async function sayUnheard(
  world: World,
  { message, ...hearer }: { chat: number; message: number; update: number; language: string },
): Promise<void> {
  await world.room.mark(hearer.chat, message, 'failed')
  await sayBeside(world, hearer, 'unheard')
}
