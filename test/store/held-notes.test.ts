import { expect, test } from 'vitest'
import { Busy } from '../../src/app/trouble.ts'
import { holdNotes } from '../../src/store/held-notes.ts'
import { createMemoryStore } from '../../src/store/memory/memory.ts'

const now = () => new Date('2026-11-22T12:00:00Z')

/** Two messages of one chat that are noted at the same time; what is known of them after each has ended like this. */
async function known(...ends: ('noted' | 'lost')[]) {
  const { messages: memory } = createMemoryStore(now)
  const waiting: PromiseWithResolvers<void>[] = []
  const note: typeof memory.note = async (...given) => {
    const turn = Promise.withResolvers<void>()
    waiting.push(turn)
    await turn.promise
    return memory.note(...given)
  }
  const messages = holdNotes({ ...memory, note }, now)
  const noting = ends.map((_, message) =>
    messages.note(7, [{ message, at: now().getTime() / 1000, own: true, update: 1 }]),
  )
  for (const [index, end] of ends.entries()) {
    if (end === 'noted') waiting[index]?.resolve()
    else waiting[index]?.reject(new Busy(2, 'a test wants it'))
    await noting[index]?.catch(() => undefined)
  }
  return (await messages.of(7)).map(({ message }) => message).toSorted()
}

test.each([
  ['lost', 'noted'],
  ['lost', 'lost'],
] as const)('a message that is %s while another is %s is still known', async (one, other) => {
  expect(await known(one, other)).toEqual([0, 1])
})
