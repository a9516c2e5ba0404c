import { expect, test } from 'vitest'
import { isPerfect, judge } from '../../bench/relay/judge.ts'
import { newOurs } from '../../bench/relay/ours.ts'
import { peer } from '../../bench/relay/peer.ts'
import { play } from '../../bench/relay/play.ts'
import { small } from '../../bench/relay/script.ts'
import { content, locales } from '../person.ts'

const ours = newOurs({ content, locales })

/** Seconds, one of the calls of a busy second after another. */
const moments = Array.from({ length: 12 }, (_, at) => 11.3 + at * 0.05)

test('whenever the process is killed, everything comes once, in order, to its topic or chat', async () => {
  const verdicts = []
  for (const moment of moments)
    verdicts.push(judge(await play(ours, { ...small, kills: [moment] })))
  expect(verdicts.filter((verdict) => !isPerfect(verdict))).toEqual([])
  // One of Telegram's answers is lost in each; some died with the process.
  expect(verdicts.some(({ doubled }) => doubled > 1)).toBe(true)
})

test('the judge sees what a relay without a memory loses, doubles and misplaces', async () => {
  const verdict = judge(await play(peer, small))
  expect(verdict.lost).toBeGreaterThan(0)
  expect(verdict.unexplained).toBeGreaterThan(0)
  expect(verdict.misplaced).toBeGreaterThan(0)
})
