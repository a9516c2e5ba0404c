import fc from 'fast-check'
import { expect } from 'vitest'
import { retention } from '../../src/app/retention.ts'
import { Stale } from '../../src/app/trouble.ts'
import { describeStores, noon } from './kinds.ts'
import { anyCase, richCase } from './some-desk.ts'

const { closedAt: _, ...open } = richCase
const closed = { ...open, state: 'closed' as const, closedAt: noon }

describeStores('cases', (story) => {
  story('are none where nobody talks with a desk', async ({ cases }) => {
    expect([await cases.of(7), await cases.look(7, 'chat', 1)]).toEqual([undefined, {}])
  })

  story('are read as they were written', async ({ cases }) => {
    const kept = await cases.keep(7, richCase)
    expect([kept, await cases.of(7)]).toEqual([kept, { ...richCase, version: 1 }])
  })

  story('of any kind survive being kept', async ({ cases }) => {
    let chat = 0
    await fc.assert(
      fc.asyncProperty(anyCase, async (one) => {
        await cases.keep(++chat, one)
        expect(await cases.of(chat)).toEqual({ ...one, version: 1 })
      }),
    )
  })

  story("of one person are not another's", async ({ cases }) => {
    await cases.keep(7, open)
    expect(await cases.of(8)).toBeUndefined()
  })

  story('go on from what was read', async ({ cases }) => {
    const { by: _, urgent: __, ...less } = await cases.keep(7, open)
    await cases.keep(7, less)
    expect(await cases.of(7)).toEqual({ ...less, version: 2 })
  })

  story('are not written over by who read before', async ({ cases }) => {
    const first = await cases.keep(7, open)
    await cases.keep(7, { ...first, by: 5 })
    await expect(cases.keep(7, { ...first, by: 6 })).rejects.toThrow(Stale)
    expect(await cases.of(7)).toMatchObject({ by: 5, version: 2 })
  })

  story('are not begun twice', async ({ cases }) => {
    await cases.keep(7, open)
    await expect(cases.keep(7, open)).rejects.toThrow(Stale)
  })

  story('that were dropped meanwhile do not come back', async ({ cases }) => {
    const kept = await cases.keep(7, open)
    await cases.drop(7)
    await expect(cases.keep(7, kept)).rejects.toThrow(Stale)
  })

  story('that many take at once are taken by one', async ({ cases }) => {
    const kept = await cases.keep(7, open)
    const takes = await Promise.allSettled(
      [1, 2, 3, 4, 5].map((by) => cases.keep(7, { ...kept, by })),
    )
    const lost = takes.filter((one) => one.status === 'rejected')
    expect(lost.map(({ reason }) => reason instanceof Stale)).toEqual([true, true, true, true])
  })

  story('are held for 60 days after the last write', async ({ cases }, forward) => {
    const kept = await cases.keep(7, open)
    forward(retention.caseMs - 1000)
    await cases.keep(7, kept)
    forward(retention.caseMs - 1000)
    expect(await cases.of(7)).toBeDefined()
  })

  story('that nobody wrote for 60 days are gone, and another can begin', async (store, forward) => {
    await store.cases.keep(7, open)
    forward(retention.caseMs)
    const [one, looked] = [await store.cases.of(7), await store.cases.look(7, 'chat', 1)]
    expect([one, looked, (await store.cases.keep(7, open)).version]).toEqual([undefined, {}, 1])
  })

  story('that were closed are held for 30 days', async ({ cases }, forward) => {
    await cases.keep(7, closed)
    forward(retention.closedCaseMs - 1000)
    const before = await cases.of(7)
    forward(1000)
    expect([before?.state, await cases.of(7)]).toEqual(['closed', undefined])
  })

  story('that were closed live no longer for what is written later', async (store, forward) => {
    const kept = await store.cases.keep(7, closed)
    forward(retention.closedCaseMs - 1000)
    await store.cases.keep(7, kept)
    forward(1000)
    expect(await store.cases.of(7)).toBeUndefined()
  })
})

describeStores('pairs', (story) => {
  const pair = { chat: 40, topic: 500, update: 812_345_678 }

  story('are found from both sides, beside the case', async ({ cases }) => {
    const one = await cases.keep(7, open)
    await cases.pair(7, pair)
    const looks = [await cases.look(7, 'chat', 40), await cases.look(7, 'topic', 500)]
    const twin = (message: number) => ({ one, twin: { message, update: pair.update } })
    expect(looks).toEqual([twin(500), twin(40)])
  })

  story('are not found from the wrong side, nor by somebody else', async ({ cases }) => {
    await cases.pair(7, pair)
    const looks = [
      cases.look(7, 'topic', 40),
      cases.look(7, 'chat', 500),
      cases.look(8, 'chat', 40),
    ]
    expect(await Promise.all(looks)).toEqual([{}, {}, {}])
  })

  story('may be written again', async ({ cases }) => {
    for (const update of [1, 2]) await cases.pair(7, { ...pair, update })
    expect(await cases.look(7, 'chat', 40)).toEqual({ twin: { message: 500, update: 2 } })
  })

  story('tell from both sides what the desk wrote', async ({ cases }) => {
    await cases.pair(7, { ...pair, copiedAt: 1_795_000_000 })
    const looks = [await cases.look(7, 'chat', 40), await cases.look(7, 'topic', 500)]
    expect(looks.map(({ twin }) => twin?.copiedAt)).toEqual([1_795_000_000, 1_795_000_000])
  })

  story('are listed with what is known of them', async ({ cases }) => {
    const other = { ...pair, chat: 41, topic: 501, copiedAt: 1_795_000_000 }
    for (const one of [pair, other]) await cases.pair(7, one)
    const listed = await cases.pairs(7, 'chat')
    expect(listed.toSorted((a, b) => a.chat - b.chat)).toEqual([pair, other])
  })

  story('are listed from both sides, where a message has several copies', async ({ cases }) => {
    for (const topic of [500, 501]) await cases.pair(7, { ...pair, topic })
    const fromTopic = await cases.pairs(7, 'topic')
    expect(await cases.pairs(7, 'chat')).toEqual([{ ...pair, topic: 501 }])
    expect(fromTopic.toSorted((a, b) => a.topic - b.topic)).toEqual([pair, { ...pair, topic: 501 }])
  })

  story('are parted, and others are not', async ({ cases }) => {
    const other = { ...pair, chat: 41, topic: 501 }
    for (const one of [pair, other]) await cases.pair(7, one)
    for (const _ of ['once', 'twice']) await cases.unpair(7, pair)
    const looks = [await cases.look(7, 'chat', 40), await cases.look(7, 'topic', 500)]
    expect([looks, await cases.pairs(7, 'chat')]).toEqual([[{}, {}], [other]])
  })

  story('are held for 60 days', async ({ cases }, forward) => {
    await cases.pair(7, pair)
    forward(retention.caseMs - 1000)
    const before = await cases.look(7, 'topic', 500)
    forward(1000)
    expect([before.twin?.message, await cases.look(7, 'topic', 500)]).toEqual([40, {}])
  })

  story('go with their case, however many, and alone', async ({ cases }) => {
    for (const chat of [7, 8]) await cases.keep(chat, open)
    const messages = Array.from({ length: 60 }, (_, index) => index + 1)
    for (const message of messages)
      await cases.pair(7, { ...pair, chat: message, topic: 500 + message })
    await cases.pair(8, pair)
    for (const chat of [7, 7]) await cases.drop(chat)
    const looks = messages.map((message) => cases.look(7, 'chat', message))
    expect([await cases.of(7), await Promise.all(looks)]).toEqual([
      undefined,
      messages.map(() => ({})),
    ])
    expect(await cases.look(8, 'chat', 40)).toMatchObject({
      one: { desk: open.desk },
      twin: { message: 500 },
    })
  })

  story('of nobody are dropped without trouble', async ({ cases }) => {
    await cases.drop(7)
    expect(await cases.look(7, 'chat', 40)).toEqual({})
  })
})
