import { describe, expect, test } from 'vitest'
import type { State } from '../../../src/core/turn.ts'
import { contentOf, newWalk } from '../small.ts'

const ask = (choices: Record<string, unknown>) => ({ kind: 'ask', choices })

/** What is left of the content after the authors changed it. */
const content = contentOf({
  trip: {
    steps: { fee: ask({ yes: 'papers' }), papers: ask({ yes: 'end' }), end: { kind: 'say' } },
  },
  settings: { aside: true, steps: { choose: ask({ return: 'resume' }) } },
})

function newReturner(state: State) {
  return newWalk(content, { language: 'pl', state })
}

const here: State = {
  flow: 'trip',
  path: [{ step: 'fee', answer: 'yes' }, { step: 'gone', answer: 'no' }, { step: 'papers' }],
}

describe('content that changed under a person', () => {
  const inputs: [string, (walk: ReturnType<typeof newReturner>) => void][] = [
    ['a press', (walk) => walk.presses({ flow: 'trip', step: 'papers' }, 'yes')],
    ['text', (walk) => walk.says('hello')],
    ['an unknown command', (walk) => walk.commandsNonsense()],
  ]

  test.each(inputs)('leads to the menu with a word after %s', (_name, does) => {
    const walk = newReturner(here)
    does(walk)
    expect([walk.at(), ...walk.hints()]).toEqual(['menu.groups', 'common:changed'])
  })

  test('keeps the answers before the step that is gone', () => {
    const walk = newReturner({ flow: 'trip', path: [...here.path.slice(0, 2), { step: 'away' }] })
    walk.says('hello')
    walk.taps('continue')
    expect(walk.way()).toEqual(['fee'])
  })

  test('keeps every answer when only the last step is gone', () => {
    const path = [
      { step: 'fee', answer: 'yes' },
      { step: 'papers', answer: 'yes' },
      { step: 'gone' },
    ]
    const walk = newReturner({ flow: 'trip', path })
    walk.says('hello')
    walk.taps('continue')
    expect(walk.way()).toEqual(['fee=yes', 'papers'])
  })

  test('leaves nothing to go on with where the whole flow is gone', () => {
    const walk = newReturner({ flow: 'gone', path: [{ step: 'fee' }] })
    walk.says('hello')
    expect([walk.at(), walk.choices()]).toEqual(['menu.groups', ['more', 'settings']])
  })

  test.each(['settings', 'gone'])('keeps the way that the room %s interrupted', (flow) => {
    const resume = { flow: 'trip', path: [{ step: 'fee', answer: 'yes' }, { step: 'papers' }] }
    const walk = newReturner({ flow, path: [{ step: 'gone' }], resume })
    walk.says('hello')
    walk.taps('continue')
    expect(walk.way()).toEqual(['fee=yes', 'papers'])
  })

  test('is noticed when the way is taken up again', () => {
    const walk = newReturner({ flow: 'menu', path: [{ step: 'groups' }], resume: here })
    walk.presses({ flow: 'menu', step: 'groups' }, 'continue')
    expect([walk.at(), ...walk.hints()]).toEqual(['menu.groups', 'common:changed'])
    walk.taps('continue')
    expect(walk.way()).toEqual(['fee'])
  })

  test('lets a new way begin', () => {
    const walk = newReturner(here)
    walk.opens('trip')
    expect(walk.way()).toEqual(['fee'])
  })

  test('leads to the menu where a talk without any step was kept', () => {
    const walk = newReturner({ flow: 'trip', path: [] })
    walk.says('hello')
    expect(walk.at()).toBe('menu.groups')
  })
})
