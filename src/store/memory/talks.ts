import type { Talk, Talks } from '../../app/ports/talk.ts'
import { retention } from '../../app/retention.ts'
import { Stale } from '../../app/trouble.ts'

export function createMemoryTalks(now: () => Date): Talks {
  /** As texts, so that nobody holds what is kept. */
  const talks = new Map<number, { text: string; version: number; expiresAt: number }>()
  const forgotten = new Map<number, { updates: number[]; expiresAt: number }>()
  const alive = (chat: number) => {
    const found = talks.get(chat)
    return found && found.expiresAt > now().getTime() ? found : undefined
  }
  return {
    load: async (chat) => read(alive(chat)?.text),
    keep: async (chat, talk) => {
      if ((alive(chat)?.version ?? 0) !== talk.version) throw new Stale()
      const version = talk.version + 1
      const text = JSON.stringify({ ...talk, version })
      const lasts = talk.case ? retention.caseMs : retention.talkMs
      talks.set(chat, { text, version, expiresAt: now().getTime() + lasts })
      return JSON.parse(text)
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

function read(text: string | undefined): Talk | undefined {
  return text === undefined ? undefined : JSON.parse(text)
}
