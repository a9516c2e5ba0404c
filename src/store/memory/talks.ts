import type { Talk, Talks } from '../../app/ports/talk.ts'
import { retention } from '../../app/retention.ts'
import { Stale } from '../../app/trouble.ts'

export function createMemoryTalks(now: () => Date): Talks {
  const talks = new Map<number, { talk: Talk; expiresAt: number }>()
  const forgotten = new Map<number, { updates: number[]; expiresAt: number }>()
  const alive = (chat: number) => {
    const found = talks.get(chat)
    return found && found.expiresAt > now().getTime() ? found.talk : undefined
  }
  return {
    load: async (chat) => structuredClone(alive(chat)),
    keep: async (chat, talk) => {
      if ((alive(chat)?.version ?? 0) !== talk.version) throw new Stale()
      const kept = { ...structuredClone(talk), version: talk.version + 1 }
      talks.set(chat, { talk: kept, expiresAt: now().getTime() + retention.talkMs })
      return structuredClone(kept)
    },
    drop: async (chat, version) => {
      if (version !== undefined && alive(chat)?.version !== version) throw new Stale()
      talks.delete(chat)
    },
    noteForgotten: async (chat, updates) => {
      forgotten.set(chat, { updates, expiresAt: now().getTime() + retention.forgottenMs })
    },
    forgotten: async (chat) => {
      const found = forgotten.get(chat)
      return found && found.expiresAt > now().getTime() ? [...found.updates] : []
    },
  }
}
