import * as z from 'zod'
import type { Effect } from '../turn.ts'
import { kind } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('act'),
  does: z.enum(['hide', 'forget', 'end-check-ins', 'end-tips', 'end-all', 'end-case']),
  next: Target,
})

const deeds: Record<z.infer<typeof schema>['does'], Effect[]> = {
  hide: [{ kind: 'hide' }],
  forget: [{ kind: 'forget' }],
  'end-check-ins': [{ kind: 'end', what: ['dues'] }],
  'end-tips': [{ kind: 'end', what: ['themes'] }],
  'end-all': [{ kind: 'end', what: ['dues', 'themes'] }],
  'end-case': [
    { kind: 'end-case', isWithdrawn: true },
    { kind: 'set', case: false },
  ],
}

/**
 * Does something at once and goes on at `next`. After emptying the chat or erasing the person nothing more is shown, so
 * that leaves them there quietly.
 */
export const act = kind(schema, {
  silent: true,
  exits: (step) => [step.next],
  texts: () => ({ says: [], labels: [] }),
  ends: () => true,
  enter: (step) => ({ effects: deeds[step.does], go: step.next }),
})
