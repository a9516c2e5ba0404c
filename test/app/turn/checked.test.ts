import { expect, test } from 'vitest'
import type { Performance } from '../../../src/app/pending/performance.ts'
import { askerOf, checked } from '../../../src/app/turn/checked.ts'
import type { Question } from '../../../src/core/firm/firm.ts'
import { newPerson } from '../../person.ts'

const question: Question = { by: 'number', number: 'nip-7740001454', proves: 'firm' }
const check = () => ({ kind: 'check', question }) as const
const answer = { question, findings: [], candidates: [] }

test('two questions of one turn are answered by two inputs', async () => {
  const { world } = newPerson()
  const checks = [check(), check()]
  const turn: Performance = {
    talk: { recent: [], pending: {}, version: 0 },
    entry: { update: 5, at: 0, message: 1, sentAt: 0, effects: checks },
    chat: 7,
    source: 'message',
    repeated: false,
  }
  const ids = await Promise.all(
    checks.map(async (one) => (await checked(world, askerOf(world, turn, one), answer)).update),
  )
  expect(new Set(ids).size).toBe(2)
})

test('a question that the release before asked is answered by the id that it gave', async () => {
  const { world } = newPerson()
  const { update } = await checked(world, { chat: 7, update: 5, at: 0 }, answer)
  expect(update).toBe(-5)
})
