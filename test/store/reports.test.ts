import { expect } from 'vitest'
import { describeStores } from './kinds.ts'

const day = 24 * 3_600_000

describeStores('reports', (story) => {
  story('are empty where nothing was counted', async ({ reports }) => {
    expect(await reports.of('a', ['2026-W46', '2026-W47'])).toEqual([{}, {}])
  })

  story('count each name once a time, week by week', async ({ reports }, forward) => {
    await reports.count('a', ['cases', 'language/uk', 'language/uk', 'sign/offer_fee'])
    await reports.count('a', ['cases', 'language/pl'])
    forward(day)
    await reports.count('a', ['cases'])
    expect(await reports.of('a', ['2026-W48', '2026-W47', '2026-W46'])).toEqual([
      { cases: 1 },
      { cases: 2, 'language/uk': 1, 'language/pl': 1, 'sign/offer_fee': 1 },
      {},
    ])
  })

  story("of one desk are not another's", async ({ reports }) => {
    await reports.count('a', ['cases'])
    expect(await reports.of('b', ['2026-W47'])).toEqual([{}])
  })

  story('lose nothing where many are counted at once', async ({ reports }) => {
    await Promise.all(Array.from({ length: 20 }, () => reports.count('a', ['cases'])))
    expect(await reports.of('a', ['2026-W47'])).toEqual([{ cases: 20 }])
  })

  story('of a year are read together, and are gone later', async ({ reports }, forward) => {
    await reports.count('a', ['cases'])
    forward(399 * day)
    const before = await reports.of('a', ['2026-W47'])
    forward(2 * day)
    expect([before, await reports.of('a', ['2026-W47'])]).toEqual([[{ cases: 1 }], [{}]])
  })
})
