import { describe, expect, test } from 'vitest'
import { contentOf, newWalk, sign } from '../small.ts'

const ask = (choices: Record<string, unknown>) => ({ kind: 'ask', choices })
const grave = { raises: ['papers-taken'], next: 'country' }

const content = contentOf(
  {
    trip: {
      steps: {
        papers: ask({
          taken: grave,
          paid: { raises: ['fee'], next: 'country' },
          elsewhere: { ...grave, next: 'flow:other' },
          away: { ...grave, next: 'flow:menu' },
        }),
        country: { kind: 'country', first: ['DE'], next: 'verdict' },
        verdict: { kind: 'report', next: 'end' },
        end: { kind: 'say' },
      },
    },
    other: { steps: { hello: { kind: 'say' } } },
  },
  { indicators: { 'papers-taken': sign('critical'), fee: sign('high') } },
)

function newTraveller(...taps: string[]) {
  const walk = newWalk(content)
  walk.opens('trip')
  walk.taps(...taps)
  return walk
}

describe('a critical answer', () => {
  test('shows help and nothing else', () => {
    const walk = newTraveller('taken')
    expect(walk.effects()).toHaveLength(1)
    expect(walk.at()).toBe('danger.stop')
  })

  test('is kept, and the next question waits behind the help', () => {
    expect(newTraveller('taken', 'go-on').way()).toEqual(['papers=taken', 'country'])
  })

  test('counts in the verdict', () => {
    const walk = newTraveller('taken', 'go-on', 'DE')
    expect(walk.shows()[0]?.text.key).toBe('common:verdict.danger')
  })

  test('that leads to another flow shows help before it', () => {
    const walk = newTraveller('elsewhere')
    expect(walk.at()).toBe('danger.stop')
    walk.taps('go-on')
    expect(walk.at()).toBe('other.hello')
  })

  test('that leads to a room shows help, and then the room', () => {
    const walk = newTraveller('away')
    expect(walk.at()).toBe('danger.stop')
    walk.taps('go-on')
    expect(walk.at()).toBe('menu.groups')
  })

  test('can be taken back', () => {
    expect(newTraveller('taken', 'back').way()).toEqual(['papers'])
  })

  test('leads from the help to SOS and still back to the question', () => {
    expect(newTraveller('taken', 'danger', 'go-on').way()).toEqual(['papers=taken', 'country'])
  })
})

test('a loud answer that is not critical does not interrupt', () => {
  expect(newTraveller('paid').at()).toBe('trip.country')
})
