import { expect, test } from 'vitest'
import { newTries } from '../../src/app/calm.ts'

/** Something that is tried, with a clock of its own and a log that can be read. */
function newTrial() {
  const lines: string[] = []
  let time = 0
  const tries = newTries(
    'queue',
    (event, facts) => lines.push([event, facts?.error].join(' ').trim()),
    () => time,
  )
  const pass = (ms: number) => {
    time += ms
  }
  /** Fails and waits as it is told. */
  const fails = (error: string) => {
    const ms = tries.failed(error)
    pass(ms)
    return ms
  }
  return { lines, pass, fails, succeeds: tries.succeeded }
}

test('what fails is tried more and more seldom, but never more seldom than every ten seconds', () => {
  const { fails } = newTrial()
  const pauses = Array.from({ length: 7 }, () => fails('away'))
  expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000])
})

test('what fails for an hour is told once, and once that it is back', () => {
  const { lines, pass, fails, succeeds } = newTrial()
  for (let times = 0; times < 360; times++) fails('away')
  pass(20_000)
  for (let times = 0; times < 360; times++) succeeds()
  expect(lines).toEqual(['queue-failed away', 'queue-back'])
})

test('another failure is told', () => {
  const { lines, fails } = newTrial()
  for (const error of ['away', 'away', 'refused', 'refused']) fails(error)
  expect(lines).toEqual(['queue-failed away', 'queue-failed refused'])
})

test('what works only now and then is not told each time, and tried calmly', () => {
  const { lines, fails, succeeds } = newTrial()
  for (let times = 0; times < 10; times++) {
    fails('away')
    succeeds()
  }
  expect(lines).toEqual(['queue-failed away'])
  expect(fails('away')).toBe(10_000)
})

test('after it was back the next failure is a new one', () => {
  const { lines, pass, fails, succeeds } = newTrial()
  for (let times = 0; times < 4; times++) fails('away')
  pass(20_000)
  succeeds()
  expect(fails('away')).toBe(500)
  expect(lines).toEqual(['queue-failed away', 'queue-back', 'queue-failed away'])
})
