import * as z from 'zod'
import { kind, own, pressed } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({ kind: z.literal('parted'), numbers: Target, complaint: Target })

/** Says that a desk does not talk with the person for a while, and who else does. */
export const parted = kind(schema, {
  exits: (step) => [step.numbers, step.complaint],
  fills: ['desk', 'complaints'],
  texts: () => ({ says: ['text', 'unnamed'], labels: ['numbers', 'complaint'] }),
  showsDesk: 'case',
  enter: (_step, { at }) => ({ effects: [{ kind: 'draw', at, view: 'case' }] }),
  receive: (step, input) => {
    const id = pressed(input)
    return id === 'numbers' || id === 'complaint' ? { answer: id, go: step[id] } : undefined
  },
  draw: (_step, _view, sight) => {
    const { isParted, desk = '', complaints = '' } = sight.case ?? {}
    const text = { ...own(sight, 'text'), vars: { desk, complaints } }
    return {
      text: isParted ? text : own(sight, 'unnamed'),
      choices: ['numbers', 'complaint'].map((id) => ({ id, label: own(sight, id) })),
    }
  },
})
