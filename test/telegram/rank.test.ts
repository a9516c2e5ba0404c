import { expect, test } from 'vitest'
import * as z from 'zod'
import { doneWith, newLines, type Rank, take } from '../../src/telegram/lines.ts'

const Update = z.object({ update_id: z.number() })

test('in a flood help goes before what is usual, and not before a hiding that was asked for earlier', async () => {
  const done: number[] = []
  const ranks = new Map<number, Rank>([
    [14, 'deed'],
    [17, 'help'],
  ])
  const idOf = (raw: unknown) => Update.parse(raw).update_id
  const taker = {
    deliver: async (raw: unknown) => {
      done.push(idOf(raw))
      return { kept: true as const }
    },
    refuse: async () => ({ kept: true as const }),
    rankOf: (raw: unknown) => ranks.get(idOf(raw)) ?? 'usual',
    log: () => {},
  }
  const lines = newLines(taker, new AbortController().signal)
  const ids = Array.from({ length: 17 }, (_, index) => index + 1)
  for (const id of ids) take(lines, { update_id: id, message: { chat: { id: 7 } } })
  await doneWith(lines, ids)
  expect(done).toEqual([...ids.slice(0, 14), 17, 15, 16])
})
