import { expect, test } from 'vitest'
import { newWalk, trip } from '../small.ts'

const content = trip({ hello: { kind: 'say', next: 'end' }, end: { kind: 'say' } })

function newTraveller() {
  const walk = newWalk(content)
  walk.opens('trip')
  return walk
}

test('what is told leads on with one button', () => {
  const walk = newTraveller()
  expect(walk.shows()[0]).toMatchObject({
    text: { key: 'trip:hello.text' },
    choices: [{ id: 'next', label: { key: 'trip:hello.next' } }],
  })
  walk.taps('next')
  expect(walk.at()).toBe('trip.end')
})

test('the last word has no button of its own, and none can be forged', () => {
  const walk = newTraveller()
  walk.taps('next')
  expect(walk.choices()).toEqual([])
  walk.presses({ flow: 'trip', step: 'end' }, 'next')
  expect(walk.hints()).toEqual(['common:old-button'])
})
