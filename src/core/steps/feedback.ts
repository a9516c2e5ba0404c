import * as z from 'zod'
import { helps } from '../case.ts'
import { kind, own, pressed } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({ kind: z.literal('feedback'), next: Target, skip: Target })

/** Asks whether the talk with a desk has helped, and says where to complain. The answer is counted, and the desk sees it. */
export const feedback = kind(schema, {
  exits: (step) => [step.next, step.skip],
  fills: ['complaints'],
  texts: () => ({ says: ['text'], labels: [...helps, 'skip'] }),
  showsDesk: 'case',
  enter: (_step, { at }) => ({ effects: [{ kind: 'draw', at, view: 'case' }] }),
  receive: (step, input) => {
    const id = pressed(input)
    const helped = helps.find((one) => one === id)
    if (helped) return { answer: helped, go: step.next, effects: [{ kind: 'feedback', helped }] }
    return id === 'skip' ? { answer: id, go: step.skip } : undefined
  },
  draw: (_step, _view, sight) => ({
    text: { ...own(sight, 'text'), vars: { complaints: sight.case?.complaints ?? '—' } },
    choices: [...helps, 'skip'].map((id) => ({ id, label: own(sight, id) })),
  }),
})
