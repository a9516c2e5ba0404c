import type { Copy, CopyNote, Known, Seen, Store, Talk } from '../app/ports/world.ts'
import { retention } from '../app/retention.ts'
import { Stale } from '../app/trouble.ts'
import { createMemoryHeld } from './memory-held.ts'
import { windowOf } from './pace.ts'
import { current } from './seen.ts'

/** The store in this process, for simulations of millions of updates; held to the same contract tests. */
export function createMemoryStore(now: () => Date): Store & { counts: Map<string, number> } {
  const talks = new Map<number, { talk: Talk; expiresAt: number }>()
  const seen = new Map<number, { list: Seen[]; expiresAt: number }>()
  const forgotten = new Map<number, { updates: number[]; expiresAt: number }>()
  const counts = new Map<string, number>()
  const known = new Map<string, { known: Known; expiresAt: number }>()
  const taken = new Map<string, number>()
  const copies = new Map<string, { note: CopyNote; outcomes: Copy['outcomes'] }>()
  const held = (register: string) => {
    const copy = copies.get(register)
    const age = now().getTime() - Date.parse(copy?.note.fetchedAt ?? '')
    return age < retention.factMs ? copy : undefined
  }
  const noted = (chat: number) => {
    const found = seen.get(chat)
    return found && found.expiresAt > now().getTime() ? found.list : []
  }
  const alive = (chat: number) => {
    const found = talks.get(chat)
    return found && found.expiresAt > now().getTime() ? found.talk : undefined
  }
  return {
    ...createMemoryHeld(now),
    counts,
    load: async (chat) => structuredClone(alive(chat)),
    keep: async (chat, talk) => {
      if ((alive(chat)?.version ?? 0) !== talk.version) throw new Stale()
      const kept = { ...structuredClone(talk), version: talk.version + 1 }
      talks.set(chat, { talk: kept, expiresAt: now().getTime() + retention.talkMs })
      return structuredClone(kept)
    },
    dropTalk: async (chat, version) => {
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
    seen: async (chat) => current(structuredClone(noted(chat)), now()),
    note: async (chat, more) => {
      const expiresAt = now().getTime() + retention.talkMs
      seen.set(chat, { list: [...noted(chat), ...more], expiresAt })
    },
    dropSeen: async (chat, messages) => {
      const found = seen.get(chat)
      if (!messages || !found) return void seen.delete(chat)
      found.list = found.list.filter((one) => !messages.includes(one.message))
    },
    count: async (name) => void counts.set(name, (counts.get(name) ?? 0) + 1),
    known: async (register, number) => {
      const found = known.get(`${register}/${number}`)
      return found && found.expiresAt > now().getTime() ? structuredClone(found.known) : undefined
    },
    know: async (finding) => {
      const { register, number, asOf } = finding
      const before = known.get(`${register}/${number}`)?.known
      const next: Known =
        finding.outcome === 'unavailable'
          ? { ...before, trouble: { reason: finding.reason, at: asOf } }
          : { finding: structuredClone(finding) }
      const expiresAt = now().getTime() + retention.factMs
      known.set(`${register}/${number}`, { known: next, expiresAt })
    },
    take: async (register, pace) => {
      const key = `${register}/${windowOf(pace, now()).id}`
      const count = taken.get(key) ?? 0
      if (count >= pace.most) return false
      taken.set(key, count + 1)
      return true
    },
    copyOf: async (register) => held(register)?.note,
    copied: async (register, number) => held(register)?.outcomes.get(number),
    keepCopy: async (register, { asOf, outcomes }) => {
      const note = { asOf, fetchedAt: now().toISOString(), count: outcomes.size }
      copies.set(register, { note, outcomes: structuredClone(outcomes) })
    },
  }
}
