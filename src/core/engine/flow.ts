import * as z from 'zod'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { act } from '../steps/act.ts'
import { age } from '../steps/age.ts'
import { ask } from '../steps/ask.ts'
import { branch } from '../steps/branch.ts'
import { card } from '../steps/card.ts'
import { check } from '../steps/check.ts'
import { checklist } from '../steps/checklist.ts'
import { complaint } from '../steps/complaint.ts'
import { consent } from '../steps/consent.ts'
import { contacts } from '../steps/contacts.ts'
import { country } from '../steps/country.ts'
import { day } from '../steps/day.ts'
import { desk } from '../steps/desk.ts'
import { deskWord } from '../steps/desk-word.ts'
import { feedback } from '../steps/feedback.ts'
import { goOn } from '../steps/go-on.ts'
import { handOff } from '../steps/hand-off.ts'
import { holdings } from '../steps/holdings.ts'
import { input } from '../steps/input.ts'
import { language } from '../steps/language.ts'
import { letter } from '../steps/letter.ts'
import { look } from '../steps/look.ts'
import { named } from '../steps/named.ts'
import { noted } from '../steps/noted.ts'
import { number } from '../steps/number.ts'
import { parted } from '../steps/parted.ts'
import { place } from '../steps/place.ts'
import { remind } from '../steps/remind.ts'
import { report } from '../steps/report.ts'
import { say } from '../steps/say.ts'
import { scan } from '../steps/scan.ts'
import { search } from '../steps/search.ts'
import type { StepKind } from '../steps/step.ts'
import { subscriptions } from '../steps/subscriptions.ts'
import { Name } from '../steps/target.ts'
import { told } from '../steps/told.ts'
import { wages } from '../steps/wages.ts'
import { which } from '../steps/which.ts'
import { words } from '../steps/words.ts'
import type { Place, Way } from '../turn.ts'

/** Every kind of step there is. A new kind is one file and one line here. */
const kinds = {
  act,
  age,
  ask,
  branch,
  card,
  check,
  checklist,
  complaint,
  consent,
  contacts,
  country,
  day,
  desk,
  'desk-word': deskWord,
  feedback,
  'go-on': goOn,
  'hand-off': handOff,
  holdings,
  input,
  language,
  letter,
  look,
  named,
  noted,
  number,
  parted,
  place,
  remind,
  report,
  say,
  scan,
  search,
  subscriptions,
  told,
  wages,
  which,
  words,
}

export const Step = z.discriminatedUnion('kind', [
  act.schema,
  age.schema,
  ask.schema,
  branch.schema,
  card.schema,
  check.schema,
  checklist.schema,
  complaint.schema,
  consent.schema,
  contacts.schema,
  country.schema,
  day.schema,
  desk.schema,
  deskWord.schema,
  feedback.schema,
  goOn.schema,
  handOff.schema,
  holdings.schema,
  input.schema,
  language.schema,
  letter.schema,
  look.schema,
  named.schema,
  noted.schema,
  number.schema,
  parted.schema,
  place.schema,
  remind.schema,
  report.schema,
  say.schema,
  scan.schema,
  search.schema,
  subscriptions.schema,
  told.schema,
  wages.schema,
  which.schema,
  words.schema,
])
export type Step = z.infer<typeof Step>

/** One conversation: where each answer leads. */
export const Flow = z.strictObject({
  id: Name,
  start: Name,
  /** A room beside the way (menu, SOS, settings): leaving it leads back to what was interrupted. */
  aside: z.boolean().default(false),
  /** Somebody in need reads here: what the clock brings waits, and what was lost is repeated sooner. */
  quiet: z.boolean().default(false),
  /** Bot commands that open this flow, each at one of its steps. */
  commands: z.record(z.string().regex(/^[a-z]{2,32}$/), Name).default({}),
  /** What the clock may bring, each at one of its steps. Only a room beside the way may be opened like this. */
  dues: z.record(Name, Name).default({}),
  /** Where links to this flow hang, each counted by its name: `?start=offer-warsaw-office` is the poster `warsaw-office`. */
  posters: z
    .array(z.string({ error: 'a poster is a word; put one of digits into quotes' }))
    .default([]),
  steps: z.record(Name, Step),
})
export type Flow = z.infer<typeof Flow>

/** Commands that Telegram lists beside the field for typing; for the very first one it has a button. */
export function offered({ commands }: Flow): string[] {
  return Object.keys(commands).filter((command) => command !== 'start')
}

/** Everything the authors wrote, parsed. */
export type Content = Knowledge & { flows: Record<string, Flow> }

/** A step by its place, of which anybody can forge the names: `constructor` is in every object. */
export function stepAt({ flows }: Content, { flow, step }: Place): Step | undefined {
  const steps = Object.hasOwn(flows, flow) ? flows[flow]?.steps : undefined
  return steps && Object.hasOwn(steps, step) ? steps[step] : undefined
}

/** The step where a way stands, if the content still has it. */
export function standingStep(content: Content, { flow, path }: Way): Step | undefined {
  return stepAt(content, { flow, step: path.at(-1)?.step ?? '' })
}

/** Whether somebody in need reads there. */
export function isQuiet({ flows }: Content, flow: string): boolean {
  return Object.hasOwn(flows, flow) && Boolean(flows[flow]?.quiet)
}

/** A room of help beside the way: its buttons work from wherever somebody stands, and for whom nothing is known of. */
export function isRefuge(content: Content, flow: string): boolean {
  return isQuiet(content, flow) && Boolean(content.flows[flow]?.aside)
}

/** Where somebody stands while a desk talks with them. */
export function handOffIn({ flows }: Content): Place | undefined {
  for (const { id, steps } of Object.values(flows))
    for (const [step, { kind }] of Object.entries(steps))
      if (kind === 'hand-off') return { flow: id, step }
  return undefined
}

/** The flow that opens when the clock brings this, and its step. */
export function flowForDue({ flows }: Content, what: string): Place | undefined {
  for (const { id, dues } of Object.values(flows)) {
    const step = Object.hasOwn(dues, what) ? dues[what] : undefined
    if (step) return { flow: id, step }
  }
  return undefined
}

/** The object that answers for a step's kind. The one cast of the project: the discriminator ties kind and step. */
export function kindOf(step: Step): StepKind<Step> {
  return kinds[step.kind] as unknown as StepKind<Step>
}
