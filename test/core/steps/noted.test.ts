import { describe, expect, test } from 'vitest'
import type { Register } from '../../../src/core/knowledge/knowledge.ts'
import { content } from '../../person.ts'
import { newWalk, trip } from '../small.ts'

const steps = {
  begin: { kind: 'noted', proves: 'firm', next: 'id', else: 'have' },
  have: { kind: 'say', next: 'id' },
  id: {
    kind: 'number',
    proves: 'firm',
    takes: ['nip'],
    next: 'home',
    abroad: 'away',
    unknown: 'have',
  },
  home: { kind: 'say' },
  away: { kind: 'say' },
}

const registers: Record<string, Register> = content.registers

function arrives(numbers: string[], country?: string) {
  const noted = { numbers, ...(country && { country }) }
  const walk = newWalk(trip(steps, { registers }), { language: 'pl', noted })
  walk.opens('trip')
  return walk
}

describe('a check begins', () => {
  test('as ever where no advert has told a number', () => {
    expect(arrives([]).at()).toBe('trip.have')
  })

  test('as ever where only a register of agencies takes the number', () => {
    expect(arrives(['kraz-8448']).at()).toBe('trip.have')
  })

  test('with the numbers of the advert, whatever else is there to choose', () => {
    const walk = arrives(['nip-7740001454', 'kraz-8448', 'vat-DE136695976'])
    expect(walk.at()).toBe('trip.id')
    expect(walk.choices()).toEqual(['nip-7740001454', 'vat-DE136695976', 'other', 'unknown'])
  })
})

describe('a number of the advert', () => {
  test.each([
    ['nip-7740001454', 'trip.home'],
    ['vat-PL7740001454', 'trip.home'],
    ['vat-DE136695976', 'trip.away'],
    ['orgnr-923609016', 'trip.away'],
  ])('%s leads to %s', (id, place) => {
    const walk = arrives([id])
    walk.taps(id)
    expect(walk.at()).toBe(place)
  })

  test('may be another one, which is typed; the menu and Back lead to the first screen', () => {
    const walk = arrives(['nip-7740001454'])
    const seen = () => walk.shows().at(-1)?.text.key
    walk.taps('other')
    expect(seen()).toBe('trip:id.text')
    walk.taps('menu', 'continue')
    expect(seen()).toBe('trip:id.noted')
    walk.taps('other', 'back')
    expect(seen()).toBe('trip:id.noted')
    walk.taps('other')
    const numbers = [{ kind: 'orgnr' as const, value: '923609016' }]
    walk.receive({ kind: 'message', text: 'x', numbers })
    expect(walk.way()).toEqual(['id=orgnr-923609016', 'away'])
  })
})
