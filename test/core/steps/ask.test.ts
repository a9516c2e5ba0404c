import { describe, expect, test } from 'vitest'
import { flowOf, newWalk, sign, trip } from '../small.ts'

const content = trip(
  {
    fee: {
      kind: 'ask',
      choices: {
        yes: { raises: ['fee'], next: 'verdict' },
        no: 'verdict',
        unknown: { open: true, next: 'verdict' },
        later: 'resume',
      },
    },
    verdict: { kind: 'report', next: 'end' },
    end: { kind: 'say' },
  },
  { indicators: { fee: sign('high') } },
)

function newTraveller(...taps: string[]) {
  const walk = newWalk(content)
  walk.opens('trip')
  walk.taps(...taps)
  return walk
}

describe('a question', () => {
  test('shows its text and its choices by their names in the locale', () => {
    const [screen] = newTraveller().shows()
    expect(screen?.text.key).toBe('trip:fee.text')
    expect(screen?.choices?.map(({ label }) => label.key)).toEqual([
      'trip:fee.yes',
      'trip:fee.no',
      'trip:fee.unknown',
    ])
  })

  test.each([
    ['yes', 'common:verdict.careful'],
    ['no', 'common:verdict.nothing'],
    ['unknown', 'common:verdict.unclear'],
  ])('answered %s counts as %s', (answer, key) => {
    expect(newTraveller(answer).shows()[0]?.text.key).toBe(key)
  })

  test('offers a way back only to somebody who was somewhere', () => {
    const room = { aside: true, steps: content.flows.trip?.steps ?? {} }
    const flows = { ...content.flows, room: flowOf('room', room) }
    const walk = newWalk({ ...content, flows })
    walk.opens('room')
    expect(walk.choices()).not.toContain('later')
    walk.opens('trip')
    walk.opens('room')
    expect(walk.choices()).toContain('later')
  })
})

describe('a flow file', () => {
  test.each(['back', 'menu', 'sos', 'text', 'ask'])('cannot name a choice %s', (name) => {
    expect(() => trip({ fee: { kind: 'ask', choices: { [name]: 'fee' } } })).toThrow(name)
  })

  test.each(['two words', 'dot.ted', 'ünder', '-dash', ''])('cannot name a choice "%s"', (name) => {
    expect(() => trip({ fee: { kind: 'ask', choices: { [name]: 'fee' } } })).toThrow()
  })

  test('cannot give a choice a field that nobody knows', () => {
    const choices = { yes: { next: 'fee', rises: ['fee'] } }
    expect(() => trip({ fee: { kind: 'ask', choices } })).toThrow('rises')
  })
})
