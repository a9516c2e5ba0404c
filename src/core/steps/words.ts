import * as z from 'zod'
import { kind, own, pressed } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({ kind: z.literal('words'), next: Target })

/** Takes a message about a talk that is over, for who was talked with; it need not be written. */
export const words = kind(schema, {
  exits: (step) => [step.next],
  texts: () => ({ says: ['text'], labels: ['skip'] }),
  isForSomebody: true,
  enter: (_step, scene) => ({
    effects: [
      {
        kind: 'show',
        at: scene.at,
        text: own(scene, 'text'),
        choices: [{ id: 'skip', label: own(scene, 'skip') }],
      },
    ],
  }),
  // Without an answer, so that a change of the message is not heard as another one.
  receive: (step, input) => {
    if (pressed(input) === 'skip') return { go: step.next }
    if (input.kind !== 'message' && input.kind !== 'picture') return undefined
    return { go: step.next, effects: [{ kind: 'relay', isLast: true }] }
  },
})
