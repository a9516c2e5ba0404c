import { expect } from 'vitest'
import { describeStores } from './kinds.ts'

const day = 24 * 3_600_000

describeStores('desks that do not talk with somebody', (story) => {
  story('are known of them alone', async ({ blocks }) => {
    for (const desk of ['a', 'b', 'a']) await blocks.add(7, desk)
    expect([(await blocks.of(7)).toSorted(), await blocks.of(8)]).toEqual([['a', 'b'], []])
  })

  story('talk with them again when that is taken back', async ({ blocks }) => {
    for (const desk of ['a', 'b']) await blocks.add(7, desk)
    for (let times = 0; times < 2; times++) await blocks.remove(7, 'a')
    expect(await blocks.of(7)).toEqual(['b'])
  })

  story('do so after 90 days, counted from the last time', async ({ blocks }, forward) => {
    await blocks.add(7, 'a')
    forward(60 * day)
    await blocks.add(7, 'b')
    forward(30 * day)
    const before = await blocks.of(7)
    forward(60 * day)
    expect([before, await blocks.of(7)]).toEqual([['b'], []])
  })

  story('are forgotten with them', async ({ blocks }) => {
    for (const desk of ['a', 'b']) await blocks.add(7, desk)
    await blocks.add(8, 'a')
    for (let times = 0; times < 2; times++) await blocks.drop(7)
    expect([await blocks.of(7), await blocks.of(8)]).toEqual([[], ['a']])
  })
})
