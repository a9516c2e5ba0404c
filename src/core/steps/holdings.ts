import * as z from 'zod'
import type { Text } from '../turn.ts'
import { dateOf } from './remind.ts'
import { kind, own, pressed } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('holdings'),
  /** Where "nothing by itself any more" leads, offered to somebody to whom something would come. */
  end: Target,
})

/** Tells what we hold of the person, also what comes by itself. */
export const holdings = kind(schema, {
  exits: (step) => [step.end],
  fills: ['typed', 'ticked', 'themes', 'days'],
  texts: () => ({ says: ['text'], labels: ['end'] }),
  ends: () => true,
  showsHeld: true,
  enter: (_step, scene) => ({ effects: [{ kind: 'draw', at: scene.at, view: 'all' }] }),
  receive: (step, input) =>
    pressed(input) === 'end' ? { answer: 'end', go: step.end } : undefined,
  draw: (_step, _view, sight) => {
    const { dues, themes } = sight.held
    const vars = {
      typed: joined(sight.kept),
      ticked: sight.ticks,
      themes: joined(themes.map(sight.nameOf)),
      days: joined(dues.map(dateOf)),
    }
    const comes = dues.length + themes.length > 0
    return {
      text: { ...own(sight, 'text'), vars },
      choices: comes ? [{ id: 'end', label: own(sight, 'end') }] : [],
    }
  },
})

function joined(items: Text[]): Text {
  return items.length > 0 ? { key: 'join:commas', vars: { items } } : { key: 'name:none' }
}
