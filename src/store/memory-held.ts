import type { DueFor, Store } from '../app/ports/world.ts'
import { retention } from '../app/retention.ts'

type Held = Pick<
  Store,
  | 'plan'
  | 'planned'
  | 'speak'
  | 'brought'
  | 'minutesDue'
  | 'dueIn'
  | 'cursor'
  | 'moveCursor'
  | 'subscribe'
  | 'unsubscribe'
  | 'themes'
>

/** What comes to people by itself, in this process. */
export function createMemoryHeld(now: () => Date): Held {
  let dues: DueFor[] = []
  let cursor: number | undefined
  const themes = new Map<number, Set<string>>()
  const alive = () =>
    dues.filter(({ minute }) => minute * 60_000 + retention.lateMs > now().getTime())
  return {
    plan: async (chat, planned, language) => {
      const mine = planned.map((due) => ({ ...due, chat, ...(language && { language }) }))
      dues = [...dues.filter((one) => one.chat !== chat), ...mine]
    },
    speak: async (chat, language) => {
      dues = dues.map((one) => (one.chat === chat ? { ...one, language } : one))
    },
    planned: async (chat) =>
      alive()
        .filter((one) => one.chat === chat)
        .map(({ minute, what }) => ({ minute, what }))
        .sort((a, b) => a.minute - b.minute),
    brought: async (chat, { minute, what }) => {
      const isIt = (one: DueFor) => one.chat === chat && one.minute === minute && one.what === what
      dues = dues.filter((one) => !isIt(one))
    },
    minutesDue: async (after, until) => {
      const minutes = alive().map(({ minute }) => minute)
      const between = minutes.filter((minute) => minute > after && minute <= until)
      return [...new Set(between)].sort((a, b) => a - b)
    },
    dueIn: async (minute) => alive().filter((one) => one.minute === minute),
    cursor: async () => cursor,
    moveCursor: async (minute) => {
      cursor = Math.max(cursor ?? minute, minute)
    },
    subscribe: async (chat, theme) => {
      themes.set(chat, new Set([...(themes.get(chat) ?? []), theme]))
    },
    unsubscribe: async (chat, theme) => void themes.get(chat)?.delete(theme),
    themes: async (chat) => [...(themes.get(chat) ?? [])].sort(),
  }
}
