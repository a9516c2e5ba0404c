import type { Messages, Seen } from '../../app/ports/talk.ts'
import { retention } from '../../app/retention.ts'
import { current } from '../seen.ts'

export function createMemoryMessages(now: () => Date): Messages {
  const seen = new Map<number, { list: Seen[]; expiresAt: number }>()
  const noted = (chat: number) => {
    const found = seen.get(chat)
    return found && found.expiresAt > now().getTime() ? found.list : []
  }
  return {
    of: async (chat) => current(structuredClone(noted(chat)), now()),
    note: async (chat, more) => {
      const expiresAt = now().getTime() + retention.talkMs
      seen.set(chat, { list: [...noted(chat), ...more], expiresAt })
    },
    drop: async (chat, messages) => {
      const found = seen.get(chat)
      if (!messages || !found) return void seen.delete(chat)
      found.list = found.list.filter((one) => !messages.includes(one.message))
    },
  }
}
