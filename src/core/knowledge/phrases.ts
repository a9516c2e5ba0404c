import * as z from 'zod'
import { Severity } from './severity.ts'

/** What an advert should state. Each has a letter of its own, so that an answer stays short. */
export const points = ['employer', 'town', 'pay', 'contract', 'hours', 'flat', 'agency'] as const
export type Point = (typeof points)[number]

/** Points that matter only if the advert speaks of them: a flat that is offered, an agency that offers. */
export const topics = ['flat', 'agency'] as const

/** How often money is paid or asked for. */
export const periods = ['hour', 'day', 'week', 'month'] as const
export type Period = (typeof periods)[number]

const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'is no country; write two letters, like DE' })

/** Words to look for: `opłat* rekrutacyjn*`. `docs/authors.md` explains the signs `*`, `/`, `&`, `<number>` and `<name>`. */
const Pattern = z.string().trim().min(1, { error: 'is empty' }).max(400)

/** Words that raise a sign, perhaps more quietly than the sign itself, or not if the advert states something. */
const Phrase = z.union([
  Pattern.transform((words): Phrase => ({ words })),
  z.strictObject({
    words: Pattern,
    severity: Severity.exactOptional(),
    unless: z.enum(points).exactOptional(),
  }),
])
export type Phrase = { words: string; severity?: Severity; unless?: Point }

const patterns = z.array(Pattern)

/** Where a message leads: a flow, or one of its steps, as `health.ill`. */
const Room = z.string().regex(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)?$/, {
  error: 'is no place; write a flow, or a flow and its step, like topics.fees',
})

/** What a message may be that is nothing else: a greeting, an answer that is typed instead of pressed. */
export const smallTalk = [
  'hello',
  'thanks',
  'yes',
  'no',
  'unknown',
  'back',
  'menu',
  'go-on',
] as const
export type SmallTalk = (typeof smallTalk)[number]

/** One language's words, as `flows/phrases/<language>.yaml` holds them. */
export const Phrases = z.strictObject({
  /** Words that many phrases share: `me` stands in them as `<me>`. */
  groups: z.record(z.string().regex(/^[a-z]+$/), patterns).default({}),
  /** A message that is nothing else opens SOS. */
  emergency: z.array(z.string().max(60)).min(1),
  /** Words that change nothing beside an emergency word or small talk: `please`. */
  filler: patterns.default([]),
  /** Danger to the writer, anywhere in a short message of their own. */
  danger: patterns.default([]),
  /** Single words that are danger where the writer speaks of themselves: `bije`, `zamknięt*`. */
  alarm: patterns.default([]),
  /** Words that are danger only beside others: `boję się`, `drzwi`. */
  worry: patterns.default([]),
  /** Words that are danger only where a message means nothing else: `kara*`, `paszport*`. */
  trouble: patterns.default([]),
  /** The writer as the one it happens to: `mnie`, `nas`. */
  me: patterns.default([]),
  /** Somebody else that the writer speaks of: `córk*`, `sąsiad*`. */
  dear: patterns.default([]),
  /** Body and soul, and somebody else in danger: goes before every step. */
  urgent: z.record(Room, patterns).default({}),
  /** Right before a phrase of danger it takes it back. */
  not: patterns.default([]),
  /** How people tell what happens to themselves, so that a story is never read as an advert. */
  self: patterns.default([]),
  /** How an advert speaks. */
  offers: patterns.default([]),
  /** What else somebody may want. */
  rooms: z.record(Room, patterns).default({}),
  /** How people ask for a language. */
  languages: z.record(z.string().regex(/^[a-z]{2}$/), patterns).default({}),
  small: z.partialRecord(z.enum(smallTalk), patterns).default({}),
  /** Words that people write beside their age: `mam`, `lat`. */
  age: patterns.default([]),
  /** What people call a country beside its proper name. */
  countries: z.record(Country, z.array(z.string())).default({}),
  /** How an advert speaks of a country: `w niemczech`. */
  places: z.record(Country, patterns).default({}),
  /** Towns and regions that stand for their country; in an advert they are a place to go to as well. */
  towns: z.record(Country, patterns).default({}),
  /** Right before countries they tell whose people are meant, not where the work is: `obywatel*`. */
  origins: patterns.default([]),
  signs: z.record(z.string(), z.array(Phrase)).default({}),
  /** How an advert states a point. */
  facts: z.partialRecord(z.enum(points), patterns).default({}),
  topics: z.partialRecord(z.enum(topics), patterns).default({}),
  /** Words that take back what follows or precedes: `bez`, `nie pobieramy`. */
  denials: z.strictObject({ before: patterns, after: patterns }).default({ before: [], after: [] }),
  money: z
    .strictObject({
      currencies: z.record(z.string().regex(/^[A-Z]{3}$/), patterns),
      per: z.partialRecord(z.enum(periods), patterns),
      net: patterns,
    })
    .default({ currencies: {}, per: {}, net: [] }),
})
export type Phrases = z.infer<typeof Phrases>
