import { describe, expect, test } from 'vitest'
import { readAsked, whoAsked, writeAsked } from '../../../src/core/desk/who.ts'
import { kinds } from '../../../src/core/knowledge/contact.ts'

const knowledge = { languages: ['pl', 'en'], nicknames: { anglia: 'GB' } }
const names: Record<string, string> = {
  'contact:kind.worker_advice': 'porady w sprawie pracy',
  'contact:kind.labour_inspectorate': 'inspekcja pracy',
  'contact:kind.consular': 'pomoc konsula',
  'contact:kind.legal_aid': 'pomoc prawna',
}
const asks = (words: string, shared?: string) =>
  whoAsked(words, { knowledge, shared, label: ({ key }) => names[key] ?? key })

describe('who is asked for', () => {
  test.each([
    ['DE', { country: 'DE' }],
    ['de', { country: 'DE' }],
    ['Niemcy', { country: 'DE' }],
    ['wielka brytania', { country: 'GB' }],
    ['Anglia', { country: 'GB' }],
    ['DE worker_advice', { country: 'DE', kind: 'worker_advice' }],
    ['Wielka Brytania porady w sprawie pracy', { country: 'GB', kind: 'worker_advice' }],
    ['NL Inspekcja', { country: 'NL', kind: 'labour_inspectorate' }],
    ['NL pomoc konsula', { country: 'NL', kind: 'consular' }],
  ])('by %s', (words, asked) => expect(asks(words)).toEqual(asked))

  test.each([
    ['', { country: 'NO' }],
    ['inspekcja pracy', { country: 'NO', kind: 'labour_inspectorate' }],
    ['SE', { country: 'SE' }],
  ])('by %s where the person has shared a country', (words, asked) =>
    expect(asks(words, 'NO')).toEqual(asked),
  )
})

describe('is not known', () => {
  test.each(['', 'Atlantyda', 'UK-', 'EU', 'inspekcja pracy'])('which country: %s', (words) =>
    expect(asks(words)).toEqual({ why: 'country' }),
  )

  // Two kinds begin so.
  test.each(['DE pomoc', 'DE nic takiego'])('which kind: %s', (words) =>
    expect(asks(words)).toEqual({ why: 'kind' }),
  )
})

test('what a button carries is read as it was written', () => {
  const all = [{ country: 'DE' }, ...kinds.map((kind) => ({ country: 'DE', kind }))]
  expect(all.map((asked) => readAsked(writeAsked(asked)))).toEqual(all)
})

test.each(['', 'de', 'DE-', 'DE-nothing', 'constructor'])('a forged %s is nothing', (written) =>
  expect(readAsked(written)).toBeUndefined(),
)
