import * as z from 'zod'
import { type NumberKind, numberCountries } from '../firm/firm.ts'
import type { Contact } from './contact.ts'
import type { Denied } from './denied.ts'
import type { Doors } from './doors.ts'
import type { Holidays } from './holidays.ts'
import type { WrittenBook } from './meaning.ts'
import type { Phrases } from './phrases.ts'
import type { Reply } from './reply.ts'
import { Severity } from './severity.ts'
import type { Wage } from './wage.ts'

/** A warning sign. Its words stand under its id in `locales/<language>/indicators.json`. */
export const Indicator = z.strictObject({
  stage: z.enum(['offer', 'recruitment', 'travel', 'arrival', 'work', 'leaving']),
  severity: Severity,
  sources: z.array(z.url()),
  /** Facts of `flows/facts.yaml` that its words rest on; they are shown with their date. */
  facts: z.array(z.string()).default([]),
})
export type Indicator = z.infer<typeof Indicator>

/** A checkable statement of law or figure, with what it was read in. */
export const Fact = z.strictObject({
  cite: z.string().min(1),
  url: z.url(),
  checkedOn: z.iso.date(),
  mark: z.enum(['verified', 'seen', 'memory', 'VERIFY']),
  /** What fills holes of the words that rest on it: numbers, names, days (`2027-01-01`). */
  values: z
    .record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), z.union([z.number(), z.string().min(1)]))
    .default({}),
})
export type Fact = z.infer<typeof Fact>

export const NumberKindName = z
  .string()
  .refine((name): name is NumberKind => Object.hasOwn(numberCountries, name), {
    error: `is none of ${Object.keys(numberCountries).join(', ')}`,
  })

/** Stands for every country. */
export const anywhere = 'ZZ'

const Mark = z.enum(['verified', 'seen', 'memory', 'VERIFY'])

/** An address of a register. `{number}` and `{name}` stand for what is looked up there. */
const Page = z.strictObject({
  url: z.url(),
  mark: Mark,
  /** Where it was read. */
  source: z.string().min(1).exactOptional(),
  /** The day when a person opened it. */
  checkedOn: z.iso.date().nullable().default(null),
})

const words = z.array(z.string().min(1)).default([])

/** An official register as a person sees it: `flows/registers.yaml`, by id. */
export const Register = z.strictObject({
  /** Its own name, in its own language. */
  name: z.string().min(1),
  /** The office that keeps it. */
  keeper: z.string().min(1),
  proves: z.enum(['firm', 'vat', 'agency']),
  /** ISO country codes; `ZZ` stands for every country. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1),
  /** Numbers to look up there. */
  takes: z.array(NumberKindName).default([]),
  /** How it writes them: `#######-#`, a digit for each `#`. */
  written: z
    .string()
    .regex(/^(?=.*#)[A-Z#-]+$/, { error: 'has a # for each digit, as in #######-#' })
    .exactOptional(),
  /** There is no list to look into: the agency shows a paper. */
  paper: z.boolean().default(false),
  /** Its address takes names without accents only. */
  plain: z.boolean().default(false),
  /** Where a person looks for themselves. The first that may be shown and can be filled is. */
  pages: z.array(Page).default([]),
  /** What it calls a firm that works, and one that is no more, in its own language. */
  says: z
    .strictObject({ active: words, ended: words, ...Page.omit({ url: true }).shape })
    .exactOptional(),
  /** A fact of `flows/facts.yaml` whose dates its note names. */
  fact: z.string().exactOptional(),
})
export type Register = z.infer<typeof Register>

/** The code of conduct of those who answer people: `flows/conduct.yaml`; its words stand in `desk.json`. */
export const Conduct = z.strictObject({
  /** The day of this wording. Whoever changes what it says writes a new one, and everybody is asked again. */
  wording: z.iso.date(),
  /** Its pages in their order, each a text of its own. */
  pages: z.array(z.string()).min(1),
})
export type Conduct = z.infer<typeof Conduct>

/** What the authors know beside the flows, without the words. */
export interface Knowledge {
  indicators: Record<string, Indicator>
  facts: Record<string, Fact>
  registers: Record<string, Register>
  /** By language, words by which the name of a firm tells that it is an agency: `zeitarbeit*`. */
  agencyNames: Record<string, string[]>
  /** By ISO country code, the most usual first. */
  wages: Record<string, Wage[]>
  /** By ISO country code; `EU` is for services in every country. */
  contacts: Record<string, Contact[]>
  /** By place, on which days those who keep hours may not answer. */
  holidays: Holidays
  /** Numbers and addresses that no contact may hold. */
  denied: Denied[]
  /** What somebody dials in an emergency: typed alone it opens SOS. */
  emergencyNumbers: string[]
  /** What people call a country beside its proper name, made plain: `anglia` → `GB`. */
  nicknames: Record<string, string>
  /** Words that adverts use, by language. */
  phrases: Record<string, Phrases>
  /** The same as they are filed, where somebody has done that before; read when the first message comes. */
  book?: () => WrittenBook
  /** Where messages lead that say what they are; undefined where nobody wrote it down. */
  doors?: Doors
  /** What whoever answers people has accepted before. */
  conduct: Conduct
  /** What desks can send as it stands, by theme. */
  replies: Record<string, Reply[]>
  /** Language codes, the first is the default. */
  languages: string[]
}
