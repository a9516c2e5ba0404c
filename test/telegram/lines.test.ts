import { expect, test } from 'vitest'
import { doneWith, newLines, take } from '../../src/telegram/lines.ts'

/** So many steps of this process one update takes at most. */
const steps = 30

/** What somebody writes, as Telegram hands it out. */
function word(id: number) {
  return { update_id: id, message: { chat: { id: 7 } } }
}

test.each(Array.from({ length: steps }, (_, step) => step))(
  'a word that comes %d steps after the one before is read',
  async (step) => {
    const taker = {
      deliver: async () => ({ kept: true as const }),
      refuse: async () => ({ kept: true as const }),
      rankOf: () => 'usual' as const,
      log: () => {},
    }
    const lines = newLines(taker, new AbortController().signal)
    take(lines, word(1))
    for (let count = 0; count < step; count++) await Promise.resolve()
    take(lines, word(2))
    await doneWith(lines, [1, 2])
    expect([...lines.kept]).toEqual([1, 2])
  },
  1000,
)

test('a changed message waits for the message that it changes', async () => {
  const begun: number[] = []
  const held = Promise.withResolvers<void>()
  const taker = {
    deliver: async (raw: unknown) => {
      begun.push((raw as { update_id: number }).update_id)
      await held.promise
      return { kept: true as const }
    },
    refuse: async () => ({ kept: true as const }),
    rankOf: () => 'usual' as const,
    log: () => {},
  }
  const lines = newLines(taker, new AbortController().signal)
  take(lines, word(1))
  take(lines, { update_id: 2, edited_message: { chat: { id: 7 } } })
  for (let count = 0; count < steps; count++) await Promise.resolve()
  expect(begun).toEqual([1])
  held.resolve()
  await doneWith(lines, [1, 2])
  expect(begun).toEqual([1, 2])
})
