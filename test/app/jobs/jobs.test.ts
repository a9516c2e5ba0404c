import { describe, expect, test } from 'vitest'
import { labelOf, runJob } from '../../../src/app/jobs/jobs.ts'
import type { Job } from '../../../src/app/ports/queue.ts'
import { createMemoryStore } from '../../../src/store/memory/memory.ts'
import { newPerson } from '../../person.ts'
import { jobs } from './one-of-each.ts'

const group = (job: Job) => labelOf(job).group
const once = (job: Job) => labelOf(job).once

describe('in the queue', () => {
  test('all that is done for one chat goes one after another', () => {
    const { due, rest, wipe } = jobs
    const groups = [due, rest, wipe, { ...due, minute: 2 }].map(group)
    expect(new Set(groups).size).toBe(1)
  })

  test('what is done for another chat does not wait for it', () => {
    expect(group({ ...jobs.due, chat: 8 })).not.toBe(group(jobs.due))
  })

  const { apart: _, ...check } = jobs.check

  test('those who ask about one firm wait in one line', () => {
    expect(group({ ...check, asker: { ...check.asker, chat: 8 } })).toBe(group(check))
  })

  test('another firm has another line', () => {
    const question = { by: 'number', number: 'nip-1', proves: 'firm' } as const
    expect(group({ ...check, question })).not.toBe(group(check))
  })

  test('whoever cannot be told now waits alone', () => {
    expect(group(jobs.check)).toBe(group(jobs.rest))
  })

  test('registers are copied side by side', () => {
    expect(group({ kind: 'refresh', register: 'X' })).not.toBe(group(jobs.refresh))
  })

  const others: [string, Job, Job][] = [
    [
      'what is asked again after a crash',
      jobs.check,
      { ...jobs.check, asker: { ...jobs.check.asker, at: 9 } },
    ],
    ['what is told apart', check, jobs.check],
    ['another question', jobs.check, { ...jobs.check, asker: { ...jobs.check.asker, update: 9 } }],
    ['another register', jobs.refresh, { ...jobs.refresh, register: 'X' }],
    ['what another update left', jobs.rest, { ...jobs.rest, update: 9 }],
    ['other messages', jobs.wipe, { ...jobs.wipe, messages: [9] }],
    ['another minute', jobs.due, { ...jobs.due, minute: 9 }],
  ]
  test.each(others)('%s is no repeat', (_what, one, other) => {
    expect(once(one)).not.toBe(once(other))
  })

  test('a repeat is known by what it is about, not by when it was asked', () => {
    const { again: _, ...asker } = jobs.check.asker
    const asks = (at: number) => once({ ...jobs.check, asker: { ...asker, at } })
    expect(asks(9)).toBe(asks(3))
  })
})

test('what a wipe has no time for goes on in the language in which it began', async () => {
  let at = Date.parse('2026-11-22T12:00:00Z')
  const now = () => new Date(at)
  const person = newPerson({ now, store: createMemoryStore(now) })
  const old = { at: at / 1000 - 3 * 86_400, own: true, update: 1 }
  await person.world.messages.note(
    7,
    [5, 6].map((message) => ({ ...old, message })),
  )
  person.phone.port.edit = async () => {
    at += 60_000
    return true
  }
  await runJob(person.world, jobs.wipe)
  expect(person.jobs).toEqual([{ ...jobs.wipe, messages: [5] }])
})
