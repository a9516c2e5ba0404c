import type { Case } from '../../core/case.ts'
import type { World } from '../ports/world.ts'
import { retention } from '../retention.ts'
import { changeCase } from './change.ts'

/** A word that comes to the other side keeps the case alive: one write a day, whatever is written. */
export async function touch(
  world: Pick<World, 'cases' | 'now'>,
  chat: number,
  { consent, touchedAt = consent.at }: Case,
): Promise<void> {
  const at = world.now().getTime()
  if (at - touchedAt < retention.touchMs) return
  await changeCase(world, chat, (one) =>
    one.state === 'closed' ? undefined : { ...one, touchedAt: at },
  )
}
