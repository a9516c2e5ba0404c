import { describe, expect, test } from 'vitest'
import { Fact } from '../../../src/core/knowledge/knowledge.ts'
import { newWalk, textIn, trip } from '../small.ts'

function fact(values = {}) {
  return Fact.parse({
    cite: 'Act, section 5',
    url: 'https://example.org/act',
    checkedOn: '2026-11-22',
    mark: 'verified',
    values,
  })
}

describe.each(['say', 'ask'])('a step of the kind %s that names facts', (kind) => {
  const more = kind === 'ask' ? { choices: { yes: 'flow:menu' } } : {}

  function shown(facts: Record<string, Fact>, names = Object.keys(facts)) {
    const walk = newWalk(trip({ law: { kind, facts: names, ...more } }, { facts }))
    walk.opens('trip')
    return walk.shows().at(-1)?.text
  }

  test('ends with what they were read in, and when', () => {
    expect(textIn(shown({ act: fact() }), 'common:source.fact')?.vars).toEqual({
      cite: 'Act, section 5',
      date: { key: 'name:date', vars: { date: '2026-11-22' } },
    })
  })

  test('has its holes filled: numbers and days as the language writes them', () => {
    const text = shown({ act: fact({ years: 3, from: '2027-01-01', office: 'FWA' }) })
    expect(textIn(text, 'trip:law.text')?.vars).toEqual({
      years: { key: 'name:number', vars: { number: 3 } },
      from: { key: 'name:date', vars: { date: '2027-01-01' } },
      office: 'FWA',
    })
  })

  test('names the source of each', () => {
    const text = shown({ act: fact(), other: fact() })
    expect(textIn(text, 'join:lines')?.vars?.items).toHaveLength(2)
  })

  test('without facts it is the bare text', () => {
    expect(shown({})).toEqual({ key: 'trip:law.text' })
  })
})
