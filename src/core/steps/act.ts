import * as z from 'zod'
import { kind } from '../step.ts'
import { Target } from '../target.ts'

const schema = z.strictObject({
  kind: z.literal('act'),
  does: z.enum(['hide', 'forget']),
  next: Target,
})

/** Empties the chat or erases the person, and leaves them quietly at `next`: nothing more is shown. */
export const act = kind(schema, {
  silent: true,
  exits: (step) => [step.next],
  texts: () => ({ says: [], labels: [] }),
  ends: () => true,
  enter: (step) => ({ effects: [{ kind: step.does }], go: step.next }),
})
