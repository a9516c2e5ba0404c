import * as z from 'zod'
import { isNamedBy } from '../scan/named-by.ts'
import { nameAt } from './answers.ts'
import { kind, type Scene } from './step.ts'
import { Name, Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('named'),
  /** Steps whose answer is a name; the latest on the way counts. */
  of: z.array(Name).min(1),
  /** Where the name says that the firm finds or lends workers. */
  agency: Target,
  else: Target,
})
type Named = z.infer<typeof schema>

/** Chooses the way silently by what the name of a firm says it is. */
export const named = kind(schema, {
  silent: true,
  exits: (step) => [step.agency, step.else],
  reads: (step) => step.of,
  texts: () => ({ says: [], labels: [] }),
  enter: (step, scene) => ({ go: isAgency(step, scene) ? step.agency : step.else }),
})

function isAgency({ of }: Named, { path, knowledge }: Scene) {
  const name = nameAt(of, path)
  return name !== undefined && isNamedBy(name, Object.values(knowledge.agencyNames).flat())
}
