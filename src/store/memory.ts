import type { Seen, Store, Talk } from '../app/ports.ts'
import { retention } from '../app/retention.ts'
import { Stale } from '../app/trouble.ts'
import { current } from './seen.ts'

/** The store in this process, for simulations of millions of updates; held to the same contract tests. */
export function createMemoryStore(now: () => Date): Store & { counts: Map<string, number> } {
  const talks = new Map<number, { talk: Talk; expiresAt: number }>()
  const seen = new Map<number, Seen[]>()
  const counts = new Map<string, number>()
  const alive = (chat: number) => {
    const found = talks.get(chat)
    return found && found.expiresAt > now().getTime() ? found.talk : undefined
  }
  return {
    counts,
    load: async (chat) => structuredClone(alive(chat)),
    keep: async (chat, talk) => {
      if ((alive(chat)?.version ?? 0) !== talk.version) throw new Stale()
      const kept = { ...structuredClone(talk), version: talk.version + 1 }
      talks.set(chat, { talk: kept, expiresAt: now().getTime() + retention.talkMs })
      return structuredClone(kept)
    },
    dropTalk: async (chat) => void talks.delete(chat),
    seen: async (chat) => current(structuredClone(seen.get(chat) ?? []), now()),
    note: async (chat, more) => void seen.set(chat, [...(seen.get(chat) ?? []), ...more]),
    dropSeen: async (chat) => void seen.delete(chat),
    count: async (name) => void counts.set(name, (counts.get(name) ?? 0) + 1),
  }
}
