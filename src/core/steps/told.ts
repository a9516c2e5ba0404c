import * as z from 'zod'
import { kind } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({ kind: z.literal('told'), next: Target })

/** Silently makes the country that an advert has told the person's own: they have just asked about it. */
export const told = kind(schema, {
  silent: true,
  exits: (step) => [step.next],
  texts: () => ({ says: [], labels: [] }),
  enter: (step, scene) => {
    const { country } = scene.noted
    return { go: step.next, effects: country ? [{ kind: 'set', country }] : [] }
  },
})
