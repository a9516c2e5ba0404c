import * as z from 'zod'
import { ageOf } from '../age.ts'
import { kind, type Scene } from './step.ts'
import { Name, Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('branch'),
  on: Name,
  to: z.record(z.string(), Target),
  else: Target,
})

/** What is known of the person beside their answers. */
const about = ['language', 'country', 'age']

/** Chooses the way silently by the language, the country, the age (`adult`, `minor`) or an earlier answer; `unset` means there is none. */
export const branch = kind(schema, {
  silent: true,
  exits: (step) => [...Object.values(step.to), step.else],
  reads: (step) => (about.includes(step.on) ? [] : [step.on]),
  texts: () => ({ says: [], labels: [] }),
  enter: (step, scene) => ({ go: step.to[known(step.on, scene) ?? 'unset'] ?? step.else }),
})

function known(name: string, scene: Scene) {
  if (name === 'language') return scene.language
  if (name === 'country') return scene.country
  if (name === 'age') return scene.minor === undefined ? undefined : ageOf(scene.minor)
  return scene.path.findLast(({ step }) => step === name)?.answer
}
