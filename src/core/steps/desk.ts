import * as z from 'zod'
import { kind } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('desk'),
  /** A desk would talk with them, and somebody is to answer there now. */
  found: Target,
  /** A desk would, but nobody is to answer at this hour. */
  closed: Target,
  /** Nobody is there for them. */
  none: Target,
  /** They have not said whether they are under 18. */
  unasked: Target.optional(),
  /** A desk talks with them already; where there is none, another one than that is looked for. */
  open: Target.optional(),
  /** A talk of theirs is over, and they may go on with it; without, it is passed over. */
  again: Target.optional(),
  /** Whoever is there does not talk with them; without, it counts as if nobody were. */
  parted: Target.optional(),
})

/** Looks for a desk that would talk with the person: its id is the answer. It goes on by itself. */
export const desk = kind(schema, {
  silent: true,
  isPassing: true,
  beginsAnew: ({ open }) => open === undefined,
  exits: ({ found, closed, none, open, again, parted, unasked }) => [
    ...[found, closed, none],
    ...[open, again, parted, unasked].filter((target) => target !== undefined),
  ],
  texts: () => ({ says: [], labels: [] }),
  enter: ({ open, unasked }, { desk: theirs, minor }) => {
    if (theirs !== undefined && open) return { go: open }
    // An old button leads here past the question.
    if (minor === undefined && unasked) return { go: unasked }
    return { effects: [{ kind: 'find-desk' }] }
  },
  receive: (step, input) => {
    if (input.kind !== 'desk-found') return undefined
    const { desk: id, before, isAway } = input
    if (before !== undefined && step.again) return { answer: before, go: step.again }
    if (id === undefined) return { go: (input.isParted && step.parted) || step.none }
    return { answer: id, go: isAway ? step.closed : step.found }
  },
})
