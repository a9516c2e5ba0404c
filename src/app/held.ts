import type { Held } from '../core/turn.ts'
import type { World } from './ports/world.ts'

/** Nothing of this comes by itself any more. Safe to repeat. */
export async function endHeld(
  store: World['store'],
  chat: number,
  what: (keyof Held)[] = ['dues', 'themes'],
): Promise<void> {
  if (what.includes('dues')) await store.plan(chat, [])
  if (!what.includes('themes')) return
  for (const theme of await store.themes(chat)) await store.unsubscribe(chat, theme)
}
