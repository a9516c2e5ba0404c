import { expect, test } from 'vitest'
import { doneWith, newLines, take } from '../../src/telegram/lines.ts'

/** Somebody's letters, typed behind the bot's name, or a message of theirs, as Telegram hands them out. */
const typed = (id: number, person = 7) => ({
  update_id: id,
  inline_query: { id: String(id), from: { id: person } },
})
const said = (id: number) => ({ update_id: id, message: { chat: { id: 7 } } })

/** Lines whose taker notes what it begins, and ends it when the story says so. */
function newStage() {
  const begun: number[] = []
  const ending = new AbortController()
  const held: (() => void)[] = []
  let isHolding = true
  const deliver = async (raw: unknown) => {
    const { update_id } = raw as { update_id: number }
    begun.push(update_id)
    if (isHolding) await new Promise<void>((resolve) => held.push(resolve))
    return { kept: true as const }
  }
  const taker = {
    deliver,
    refuse: async () => ({ kept: true as const }),
    rankOf: (raw: unknown) =>
      Object.hasOwn(raw as object, 'inline_query') ? ('passing' as const) : ('usual' as const),
    log: () => {},
  }
  const lines = newLines(taker, ending.signal)
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5))
  return {
    lines,
    begun,
    stop: () => ending.abort(),
    settled,
    release: async () => {
      isHolding = false
      for (const resolve of held.splice(0)) resolve()
      await settled()
    },
  }
}

test('of what one person types only the newest is answered after the one that is at work', async () => {
  const { lines, begun, settled, release } = newStage()
  take(lines, typed(1))
  await settled()
  for (let id = 2; id <= 500; id++) take(lines, typed(id))
  await settled()
  expect(begun).toEqual([1])
  await release()
  expect(begun).toEqual([1, 500])
})

test('who was answered and types again is answered again', async () => {
  const { lines, begun, release, settled } = newStage()
  take(lines, typed(1))
  await release()
  take(lines, typed(2))
  await settled()
  expect(begun).toEqual([1, 2])
})

test('what was typed waits for no message of the same person, and holds none up', async () => {
  const { lines, begun, settled } = newStage()
  take(lines, said(1))
  take(lines, typed(2))
  take(lines, said(3))
  await settled()
  expect(begun).toEqual([1, 2])
})

test('a crowd that types elsewhere leaves every hand to those who talk', async () => {
  const { lines, begun, settled, release } = newStage()
  for (let id = 1; id <= 100; id++) take(lines, typed(id, id))
  take(lines, said(101))
  await settled()
  expect(begun).toHaveLength(5)
  expect(begun).toContain(101)
  await release()
  expect(begun).toHaveLength(101)
})

test('more people than can be answered are passed over in silence', async () => {
  const { lines, begun, release } = newStage()
  for (let id = 1; id <= 1500; id++) take(lines, typed(id, id))
  await release()
  expect(begun).toHaveLength(1000)
})

test('Telegram need not bring it again, whatever becomes of it', async () => {
  const { lines } = newStage()
  take(lines, typed(1))
  take(lines, typed(2))
  expect([...lines.kept]).toEqual([1, 2])
  await doneWith(lines, [1, 2])
})

test('after a stop nothing more of it is begun', async () => {
  const { lines, begun, stop, settled, release } = newStage()
  take(lines, typed(1))
  await settled()
  take(lines, typed(2))
  stop()
  await release()
  expect(begun).toEqual([1])
})
