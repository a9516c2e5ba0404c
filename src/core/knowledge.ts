import * as z from 'zod'
import type { Contact } from './contact.ts'

/** A warning sign. Its words stand under its id in `locales/<language>/indicators.json`. */
export const Indicator = z.strictObject({
  stage: z.enum(['offer', 'recruitment', 'travel', 'arrival', 'work', 'leaving']),
  severity: z.enum(['critical', 'high', 'caution', 'info']),
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
})
export type Fact = z.infer<typeof Fact>

/** What the authors know beside the flows, without the words. */
export interface Knowledge {
  indicators: Record<string, Indicator>
  facts: Record<string, Fact>
  /** By ISO country code; `EU` is for services in every country. */
  contacts: Record<string, Contact[]>
  /** Words and phrases that open SOS, made plain, in every language at once. */
  emergency: string[]
  /** What people call a country beside its proper name, made plain: `anglia` → `GB`. */
  nicknames: Record<string, string>
  /** Language codes, the first is the default. */
  languages: string[]
}
