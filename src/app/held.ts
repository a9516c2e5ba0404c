import type { Held } from '../core/turn.ts'
import type { World } from './ports/world.ts'

/** Nothing of this comes by itself any more. Safe to repeat. */
export async function endHeld(
  { plans, tips }: Pick<World, 'plans' | 'tips'>,
  chat: number,
  what: (keyof Held)[] = ['dues', 'themes'],
): Promise<void> {
  if (what.includes('dues')) await plans.set(chat, [])
  if (!what.includes('themes')) return
  for (const theme of await tips.of(chat)) await tips.remove(chat, theme)
}
