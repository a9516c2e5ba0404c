import { describe, expect, test } from 'vitest'
import type { NumberRead } from '../../../src/core/firm/firm.ts'
import type { Text } from '../../../src/core/turn.ts'
import { contentOf, newWalk } from '../small.ts'

const nip: NumberRead = { kind: 'nip', value: '7740001454' }
const kraz: NumberRead = { kind: 'kraz', value: '1264' }

const trip = {
  steps: {
    number: { kind: 'number', next: 'name', unknown: 'name' },
    name: { kind: 'input', accepts: 'name', next: 'day', unknown: 'day' },
    day: { kind: 'day', choices: { today: 0 }, next: 'advert' },
    advert: { kind: 'scan', next: 'end' },
    end: { kind: 'ask', choices: { 'another-trip': 'flow:trip' } },
  },
}
const other = { steps: { hello: { kind: 'say' } } }
const data = {
  aside: true,
  steps: { held: { kind: 'holdings', end: 'flow:menu', withdraw: 'flow:menu' } },
}
const content = contentOf({ trip, other, third: other, data })

/** Somebody who is asked for a number, a name, a day and an advert. */
function travels() {
  const walk = newWalk(content)
  walk.opens('trip')
  return {
    ...walk,
    types: (text: string, ...numbers: NumberRead[]) =>
      walk.receive({ kind: 'message', text, numbers }),
    /** What stands under this name in what we hold. */
    reads: (name: string) => {
      walk.opens('data')
      return readable(walk.draws()?.text.vars?.[name])
    },
  }
}

function readable(value: Text | Text[] | string | number | undefined): unknown {
  if (typeof value !== 'object' || Array.isArray(value)) return value
  const { items, text, date } = value.vars ?? {}
  return Array.isArray(items) ? items.map(readable) : (text ?? date ?? value.key)
}

describe('what somebody has typed is named', () => {
  test('a number by what it is called, a name as it was written, a day', () => {
    const person = travels()
    person.types('774-000-14-54', nip)
    person.types('Kanarek  & Syn')
    person.types('24.12')
    expect(person.reads('typed')).toEqual(['NIP 7740001454', 'Kanarek & Syn', '2026-12-24'])
  })

  test('the numbers of firms in an advert', () => {
    const person = travels()
    person.taps('unknown', 'unknown', 'today')
    person.types('Agencja szuka ludzi do pracy w magazynie, zapraszamy wszystkich chętnych', kraz)
    expect(person.reads('typed')).toEqual(['2026-11-22', 'KRAZ 1264'])
  })

  test('once, though it stands in two places', () => {
    const person = travels()
    person.types('774-000-14-54', nip)
    person.taps('unknown', 'today')
    person.types('Agencja szuka ludzi do pracy w magazynie, zapraszamy wszystkich chętnych', nip)
    expect(person.reads('typed')).toEqual(['NIP 7740001454', '2026-11-22'])
  })

  test('a long name cut, so that there is room for the others', () => {
    const person = travels()
    person.taps('unknown')
    person.types('Ł'.repeat(60))
    expect(person.reads('typed')).toEqual([`${'Ł'.repeat(27)}…`])
  })

  test('also where it waits behind another way', () => {
    const person = travels()
    person.types('774-000-14-54', nip)
    person.opens('other')
    expect(person.reads('typed')).toEqual(['NIP 7740001454'])
  })

  test('no more once other ways have taken the place of that one', () => {
    const person = travels()
    person.types('774-000-14-54', nip)
    person.opens('other')
    person.opens('third')
    expect(person.reads('typed')).toBe('name:none')
  })

  test('no more once it is taken back', () => {
    const person = travels()
    person.types('774-000-14-54', nip)
    person.taps('back')
    expect(person.reads('typed')).toBe('name:none')
  })

  test('and nothing where only buttons were pressed', () => {
    const person = travels()
    person.taps('unknown', 'unknown')
    expect(person.reads('typed')).toBe('name:none')
  })
})

test.each([
  [{}, 0],
  [{ 'trip.list': ['passport', 'contract'], 'trip.more': ['card'] }, 3],
])('what is ticked on lists is counted: %j', (ticks, count) => {
  const walk = newWalk(content, { language: 'pl', ticks })
  walk.opens('data')
  expect(walk.draws()?.text.vars?.ticked).toBe(count)
})
