import { describe, expect, test } from 'vitest'
import { contentOf, newWalk } from '../small.ts'

const content = contentOf({
  trip: { steps: { fee: { kind: 'ask', choices: { hide: 'hide', forget: 'forget' } }, ...acts() } },
})

function acts() {
  return {
    hide: { kind: 'act', does: 'hide', next: 'flow:menu' },
    forget: { kind: 'act', does: 'forget', next: 'end' },
    end: { kind: 'say' },
  }
}

describe.each(['hide', 'forget'])('%s', (does) => {
  test('shows nothing that somebody over the shoulder could read', () => {
    const walk = newWalk(content)
    walk.opens('trip')
    walk.taps(does)
    expect(walk.effects()).toEqual([{ kind: does }])
  })

  test('is done at once when a command opens it', () => {
    const walk = newWalk(content)
    walk.opens('trip', does)
    expect(walk.effects()).toEqual([{ kind: does }])
  })

  test('leaves the person where the flow says', () => {
    const walk = newWalk(content)
    walk.opens('trip', does)
    expect(walk.at()).toBe(does === 'hide' ? 'menu.groups' : 'trip.end')
  })
})

test('the next message shows a screen again', () => {
  const walk = newWalk(content)
  walk.opens('trip', 'hide')
  walk.says('hello')
  expect(walk.shows()).toHaveLength(1)
})
