import type { Cases, Twin } from '../../app/ports/cases.ts'
import { retention } from '../../app/retention.ts'
import { Stale } from '../../app/trouble.ts'
import type { Case } from '../../core/case.ts'
import { expiryOf } from '../cases.ts'
import { pairKey, pairsOf, toPair } from '../pairs.ts'
import { seconds } from '../table.ts'

export function createMemoryCases(now: () => Date): Cases {
  const cases = new Map<number, { one: Case; expiresAt: number }>()
  const pairs = new Map<number, Map<string, { twin: Twin; expiresAt: number }>>()
  const at = () => now().getTime()
  const caseOf = (chat: number) => {
    const found = cases.get(chat)
    return found && found.expiresAt > seconds(at()) ? structuredClone(found.one) : undefined
  }
  const twinOf = (chat: number, key: string) => {
    const found = pairs.get(chat)?.get(key)
    return found && found.expiresAt > seconds(at()) ? { ...found.twin } : undefined
  }
  return {
    of: async (chat) => caseOf(chat),
    keep: async (chat, one) => {
      if ((caseOf(chat)?.version ?? 0) !== one.version) throw new Stale()
      const kept = { ...structuredClone(one), version: one.version + 1 }
      cases.set(chat, { one: kept, expiresAt: expiryOf(kept, now()) })
      return structuredClone(kept)
    },
    look: async (chat, side, message) => {
      const [one, twin] = [caseOf(chat), twinOf(chat, pairKey(side, message))]
      return { ...(one && { one }), ...(twin && { twin }) }
    },
    pair: async (chat, of) => {
      const expiresAt = seconds(at() + retention.caseMs)
      const { chat: _, topic: __, ...about } = of
      const twin = (message: number) => ({ twin: { message, ...about }, expiresAt })
      const mine = new Map(pairs.get(chat)).set(pairKey('chat', of.chat), twin(of.topic))
      pairs.set(chat, mine.set(pairKey('topic', of.topic), twin(of.chat)))
    },
    unpair: async (chat, of) => {
      pairs.get(chat)?.delete(pairKey('chat', of.chat))
      pairs.get(chat)?.delete(pairKey('topic', of.topic))
    },
    pairs: async (chat, side) =>
      [...(pairs.get(chat)?.keys() ?? [])].flatMap((key) => {
        const twin = key.startsWith(pairsOf[side]) ? twinOf(chat, key) : undefined
        return twin ? [toPair(side, key, twin)] : []
      }),
    drop: async (chat) => {
      pairs.delete(chat)
      cases.delete(chat)
    },
  }
}
