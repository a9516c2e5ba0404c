import * as z from 'zod'
import { sourced } from '../cards/source.ts'
import { kind, own, pressed } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('say'),
  next: Target.optional(),
  facts: z.array(z.string()).default([]),
})

/** Tells one thing. With `next` a button leads on; without, the way ends here. */
export const say = kind(schema, {
  exits: (step) => (step.next ? [step.next] : []),
  texts: (step) => ({ says: ['text'], labels: step.next ? ['next'] : [] }),
  facts: (step) => step.facts,
  ends: (step) => !step.next,
  enter: (step, scene) => ({
    effects: [
      {
        kind: 'show',
        at: scene.at,
        text: sourced(scene.knowledge, own(scene, 'text'), step.facts),
        choices: step.next ? [{ id: 'next', label: own(scene, 'next') }] : [],
      },
    ],
  }),
  receive: (step, input) =>
    step.next && pressed(input) === 'next' ? { answer: 'next', go: step.next } : undefined,
})
