import { expect, test } from 'vitest'
import { keptOf } from '../../../src/core/engine/kept.ts'
import type { Question } from '../../../src/core/firm/firm.ts'
import { contentOf } from '../small.ts'

test.each<[Question, string]>([
  [{ by: 'name', name: 'Kanarek', country: 'PL', proves: 'firm' }, 'Kanarek'],
  [{ by: 'number', number: 'krs-0000028860', proves: 'firm' }, 'KRS 0000028860'],
])('a question that still waits for the queue is held: %j', (question, text) => {
  const pending = { message: { effects: [{ kind: 'check' as const, question }] } }
  expect(keptOf(contentOf({}), { pending })).toEqual([{ key: 'name:plain', vars: { text } }])
})
