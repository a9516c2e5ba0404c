import { describe, expect, test } from 'vitest'
import { Register } from '../../../src/core/knowledge/knowledge.ts'
import { newWalk, textIn, trip } from '../small.ts'

function register(proves: 'firm' | 'agency', page: object | null = null) {
  return Register.parse({ name: 'R', keeper: 'K', proves, countries: ['NO'], page })
}
const seen = { url: 'https://a.org/{number}', mark: 'seen', checkedOn: null }
const registers = {
  NO_FIRST: register('firm', seen),
  NO_SECOND: register('firm', { ...seen, mark: 'memory' }),
  NO_AGENCIES: register('agency'),
}
const content = trip(
  {
    name: { kind: 'input', accepts: 'number', next: 'look' },
    look: { kind: 'look', proves: 'firm', of: ['name'], next: 'end' },
    end: { kind: 'say' },
  },
  { registers },
)

function looks(country?: string) {
  const walk = newWalk(content, { language: 'pl', ...(country && { country }) })
  walk.opens('trip')
  walk.says('1')
  return { ...walk, text: () => walk.shows().at(-1)?.text }
}

describe('somebody who looks for themselves', () => {
  test('sees the first register of the country, and where it is', () => {
    const text = looks('NO').text()
    expect(textIn(text, 'registers:NO_FIRST.proves')).toBeDefined()
  })

  test('pages to the next and back', () => {
    const walk = looks('NO')
    walk.taps('page-1')
    expect(textIn(walk.text(), 'registers:NO_SECOND.proves')).toBeDefined()
    walk.taps('page-0')
    expect(textIn(walk.text(), 'registers:NO_FIRST.proves')).toBeDefined()
  })

  test('sees the keeper instead of an address that only memory vouches for', () => {
    const walk = looks('NO')
    walk.taps('page-1')
    expect(textIn(walk.text(), 'firm:keeper')).toBeDefined()
    expect(textIn(walk.text(), 'firm:look')).toBeUndefined()
  })

  test('of a country without registers is told so', () => {
    expect(looks('JP').text()?.key).toBe('trip:look.none')
  })

  test('goes on', () => {
    const walk = looks('NO')
    walk.taps('next')
    expect(walk.at()).toBe('trip.end')
  })

  test('cannot forge a page', () => {
    const walk = looks('NO')
    walk.presses({ flow: 'trip', step: 'look' }, 'page-9')
    expect(walk.at()).toBe('trip.look')
  })
})
