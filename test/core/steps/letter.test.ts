import { expect, test } from 'vitest'
import { newWalk, textIn, trip } from '../small.ts'

const item = { kind: 'ask', choices: { have: 'second', missing: { open: true, next: 'second' } } }
const steps = {
  first: item,
  second: { kind: 'ask', choices: { have: 'letter', missing: { open: true, next: 'letter' } } },
  letter: { kind: 'letter', next: 'sent' },
  sent: { kind: 'ask', choices: { anew: 'first' } },
}

function letterAfter(answers: string[], letter: object = steps.letter) {
  const walk = newWalk(trip({ ...steps, letter }))
  walk.opens('trip')
  walk.taps(...answers)
  return { walk, kept: walk.shows().find(({ keep }) => keep)?.text }
}

function items(text: Parameters<typeof textIn>[0]) {
  return textIn(text, 'join:bullets')?.vars?.items
}

test('what is open becomes one message that stays, and the way goes on', () => {
  const { walk, kept } = letterAfter(['have', 'missing'])
  expect(items(kept)).toEqual([{ key: 'trip:second.ask' }])
  expect(walk.at()).toBe('trip.sent')
})

test('with nothing open there is no message', () => {
  const { walk, kept } = letterAfter(['have', 'have'])
  expect([walk.at(), kept]).toEqual(['trip.sent', undefined])
})

test('a letter about named steps lists all of them, whatever was answered', () => {
  const letter = { ...steps.letter, about: ['first', 'second'] }
  const { kept } = letterAfter(['have', 'have'], letter)
  expect(items(kept)).toEqual([{ key: 'trip:first.ask' }, { key: 'trip:second.ask' }])
})

test('it is not said again when something is typed below it', () => {
  const { walk } = letterAfter(['missing', 'missing'])
  walk.says('hm')
  expect(walk.shows().some(({ keep }) => keep)).toBe(false)
})

test('Back leads over it to the question before', () => {
  const { walk } = letterAfter(['missing', 'missing'])
  walk.taps('back')
  expect(walk.at()).toBe('trip.second')
})
