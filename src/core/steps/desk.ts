import * as z from 'zod'
import { kind } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('desk'),
  /** A desk would talk with them. */
  found: Target,
  /** Nobody is there for them. */
  none: Target,
  /** A desk talks with them already. */
  open: Target,
})

/** Looks for a desk that would talk with the person: its id is the answer. */
export const desk = kind(schema, {
  silent: true,
  isPassing: true,
  exits: (step) => [step.found, step.none, step.open],
  texts: () => ({ says: [], labels: [] }),
  enter: (step, scene) =>
    scene.desk === undefined ? { effects: [{ kind: 'find-desk' }] } : { go: step.open },
  receive: (step, input) => {
    if (input.kind !== 'desk-found') return undefined
    const { desk: id } = input
    return id === undefined ? { go: step.none } : { answer: id, go: step.found }
  },
})
