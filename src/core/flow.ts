import * as z from 'zod'
import type { Knowledge } from './knowledge.ts'
import type { StepKind } from './step.ts'
import { act } from './steps/act.ts'
import { age } from './steps/age.ts'
import { ask } from './steps/ask.ts'
import { branch } from './steps/branch.ts'
import { check } from './steps/check.ts'
import { contacts } from './steps/contacts.ts'
import { country } from './steps/country.ts'
import { input } from './steps/input.ts'
import { language } from './steps/language.ts'
import { letter } from './steps/letter.ts'
import { look } from './steps/look.ts'
import { number } from './steps/number.ts'
import { report } from './steps/report.ts'
import { say } from './steps/say.ts'
import { search } from './steps/search.ts'
import { wages } from './steps/wages.ts'
import { Name } from './target.ts'

/** Every kind of step there is. A new kind is one file and one line here. */
const kinds = {
  act,
  age,
  ask,
  branch,
  check,
  contacts,
  country,
  input,
  language,
  letter,
  look,
  number,
  report,
  say,
  search,
  wages,
}

export const Step = z.discriminatedUnion('kind', [
  act.schema,
  age.schema,
  ask.schema,
  branch.schema,
  check.schema,
  contacts.schema,
  country.schema,
  input.schema,
  language.schema,
  letter.schema,
  look.schema,
  number.schema,
  report.schema,
  say.schema,
  search.schema,
  wages.schema,
])
export type Step = z.infer<typeof Step>

/** One conversation: where each answer leads. */
export const Flow = z.strictObject({
  id: Name,
  start: Name,
  /** A room beside the way (menu, SOS, settings): leaving it leads back to what was interrupted. */
  aside: z.boolean().default(false),
  /** Bot commands that open this flow, each at one of its steps. */
  commands: z.record(z.string().regex(/^[a-z]{2,32}$/), Name).default({}),
  steps: z.record(Name, Step),
})
export type Flow = z.infer<typeof Flow>

/** Everything the authors wrote, parsed. */
export type Content = Knowledge & { flows: Record<string, Flow> }

/** The object that answers for a step's kind. The one cast of the project: the discriminator ties kind and step. */
export function kindOf(step: Step): StepKind<Step> {
  return kinds[step.kind] as unknown as StepKind<Step>
}
