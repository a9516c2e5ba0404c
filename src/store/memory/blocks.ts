import type { Blocks } from '../../app/ports/blocks.ts'
import { retention } from '../../app/retention.ts'
import { seconds } from '../table.ts'

export function createMemoryBlocks(now: () => Date): Blocks {
  const blocks = new Map<number, Map<string, number>>()
  return {
    of: async (chat) =>
      [...(blocks.get(chat) ?? [])].flatMap(([desk, expiresAt]) =>
        expiresAt > seconds(now().getTime()) ? [desk] : [],
      ),
    add: async (chat, desk) => {
      const expiresAt = seconds(now().getTime() + retention.blockMs)
      blocks.set(chat, new Map(blocks.get(chat)).set(desk, expiresAt))
    },
    remove: async (chat, desk) => void blocks.get(chat)?.delete(desk),
    drop: async (chat) => void blocks.delete(chat),
  }
}
