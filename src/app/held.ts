import type { Deed, Held } from '../core/turn.ts'
import type { World } from './ports.ts'

/** Whose it is, and the language in which it shall come. */
interface Owner {
  chat: number
  language?: string | undefined
}

/** Changes what comes to a person by itself. Safe to repeat. */
export async function changeHeld(
  { store, now }: Pick<World, 'store' | 'now'>,
  { chat, language }: Owner,
  deed: Deed,
): Promise<void> {
  if (deed.kind === 'remind') {
    // What was decided long ago may be over by now; the clock would never come to it.
    const ahead = deed.dues.filter(({ minute }) => minute * 60_000 > now().getTime() + 60_000)
    return store.plan(chat, ahead, language)
  }
  if (deed.kind === 'subscribe' && deed.on) return store.subscribe(chat, deed.theme, language)
  if (deed.kind === 'subscribe') return store.unsubscribe(chat, deed.theme)
  if (deed.kind === 'speak' && language) return speak(store, chat, language)
  if (deed.kind === 'end') return endHeld(store, chat, deed.what)
}

/** Everything is asked for once more, in another language. */
async function speak(store: World['store'], chat: number, language: string): Promise<void> {
  const dues = await store.planned(chat)
  if (dues.length > 0) await store.plan(chat, dues, language)
  for (const theme of await store.themes(chat)) await store.subscribe(chat, theme, language)
}

/** Nothing of this comes by itself any more. */
export async function endHeld(
  store: World['store'],
  chat: number,
  what: (keyof Held)[] = ['dues', 'themes'],
): Promise<void> {
  if (what.includes('dues')) await store.plan(chat, [])
  if (!what.includes('themes')) return
  for (const theme of await store.themes(chat)) await store.unsubscribe(chat, theme)
}
