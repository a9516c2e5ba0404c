import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kindOf } from '../../../src/core/engine/flow.ts'
import type { Effect, Input } from '../../../src/core/turn.ts'
import { content } from '../../person.ts'
import { newWalk } from '../small.ts'

/** Every step of our own flows on which somebody can stand. */
const places = Object.values(content.flows).flatMap(({ id, steps }) =>
  Object.entries(steps)
    .filter(([, step]) => !kindOf(step).silent)
    .map(([step]) => ({ flow: id, step })),
)

/** The rest of what people do: any choice of the screen, by its place in the list, or something odd. */
const deed = fc.oneof(
  { weight: 12, arbitrary: fc.nat(20).map((choice) => ({ choice })) },
  { weight: 2, arbitrary: fc.constantFrom('back', 'menu', 'sos').map((tap) => ({ tap })) },
  { weight: 2, arbitrary: fc.constantFrom(...inputs()).map((input) => ({ input })) },
)

function inputs(): Input[] {
  const flows = Object.values(content.flows).map(({ id }): Input => ({ kind: 'open', flow: id }))
  return [
    ...flows,
    { kind: 'message', text: 'Niemcy' },
    { kind: 'message', text: '<b>$t(x) {{y}}' },
    { kind: 'message' },
    { kind: 'unknown-command' },
    { kind: 'press', flow: 'offer', step: 'fee', choice: 'yes' },
    { kind: 'press', flow: '__proto__', step: 'constructor', choice: 'toString' },
  ]
}

describe('whatever people do in our own flows', () => {
  const walks = fc.array(deed, { maxLength: 60 })

  test('there is always one screen, or the chat is emptied quietly', () => {
    void fc.assert(
      fc.property(walks, (deeds) => {
        const walk = newWalk(content, {})
        walk.opens('start')
        for (const one of deeds) {
          const choices = walk.choices()
          if ('input' in one) walk.receive(one.input)
          else if ('tap' in one) walk.presses(standing(walk), one.tap)
          else if (choices.length > 0) walk.taps(choices[one.choice % choices.length] ?? 'menu')
          expect(screens(walk.effects())).toBe(1)
        }
      }),
      { numRuns: 150, seed: 20261122 },
    )
  })

  test.each(places)('SOS opens at $flow.$step and nothing is lost', (at) => {
    const walk = newWalk(content, {
      language: 'pl',
      state: { flow: at.flow, path: [{ step: at.step }] },
    })
    walk.presses(at, 'sos')
    const { aside } = content.flows[at.flow] ?? {}
    expect([walk.at(), walk.person.state?.resume]).toEqual([
      'sos.now',
      aside ? undefined : { flow: at.flow, path: [{ step: at.step }] },
    ])
  })
})

function standing(walk: ReturnType<typeof newWalk>) {
  const { flow = '', path = [] } = walk.person.state ?? {}
  return { flow, step: path.at(-1)?.step ?? '' }
}

/** Screens with buttons; a chat that is being emptied counts as one. */
function screens(effects: Effect[]) {
  return effects.filter(
    (effect) =>
      effect.kind === 'hide' ||
      effect.kind === 'forget' ||
      effect.kind === 'contact' ||
      effect.kind === 'draw' ||
      effect.kind === 'wage' ||
      (effect.kind === 'show' && effect.at !== undefined),
  ).length
}
