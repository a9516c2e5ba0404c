import type { Messages, Seen } from '../app/ports/talk.ts'
import { current } from './seen.ts'

/** So many chats at most wait for the table; more would be another trouble than a table without time. */
const chatsAtMost = 1000

/**
 * What the table had no time to note is held in this process until it has, so that a repeat knows what was sent already and says
 * it no second time. The failure is told all the same.
 */
export function holdNotes(messages: Messages, now: () => Date): Messages {
  const held = new Map<number, Seen[]>()
  const heldOf = (chat: number) => held.get(chat) ?? []
  const hold = (chat: number, seen: Seen[]) => {
    held.delete(chat)
    if (seen.length > 0) held.set(chat, seen)
    const [oldest] = held.keys()
    if (held.size > chatsAtMost && oldest !== undefined) held.delete(oldest)
  }
  return {
    of: async (chat) => current([...heldOf(chat), ...(await messages.of(chat))], now()),
    note: async (chat, seen) => {
      const all = [...heldOf(chat), ...seen]
      const others = () => heldOf(chat).filter((one) => !all.includes(one))
      try {
        await messages.note(chat, all)
        hold(chat, others())
      } catch (error) {
        hold(chat, [...others(), ...all])
        throw error
      }
    },
    drop: async (chat, gone) => {
      hold(chat, gone ? heldOf(chat).filter(({ message }) => !gone.includes(message)) : [])
      await messages.drop(chat, gone)
    },
  }
}
