import type { Period, Point, SmallTalk } from './phrases.ts'
import type { Severity } from './severity.ts'

/** What words mean: those of an advert, and those of a person who writes. */
export type Meaning =
  | { kind: 'sign'; sign: string; severity?: Severity; unless?: Point }
  | { kind: 'fact' | 'topic'; point: Point }
  | { kind: 'place'; country: string; isTown?: true }
  /** Whose people are meant by the countries that follow. */
  | { kind: 'origin' }
  /** Takes back what follows (or precedes) at most so many words away. */
  | { kind: 'deny-before' | 'deny-after'; reach: number }
  | { kind: 'currency'; currency: string }
  | { kind: 'per'; period: Period }
  | { kind: 'net' }

/** What a person means: by the whole message, or by some words of it. */
export type Spoken =
  | { kind: 'whole'; says: Whole }
  | {
      kind:
        | 'filler'
        | 'age'
        | 'danger'
        | 'alarm'
        | 'worry'
        | 'trouble'
        | 'me'
        | 'dear'
        | 'not'
        | 'self'
        | 'offer'
    }
  | { kind: 'urgent'; place: string }
  | { kind: 'room'; place: string }

/** All that a message says that is nothing else. */
export type Whole = 'danger' | SmallTalk | { language: string }

/** The phrases of every language as they are filed: each drawer holds the numbers of those that may begin there. */
export interface WrittenBook {
  /** By the number of the language. */
  groups: Record<string, string[]>[]
  places: Shelf<Meaning>
  phrases: Shelf<Meaning>
  /** How people speak who want something of the bot. */
  spoken: Shelf<Spoken>
  /** Words of danger in which a slip of the finger may be, by their first letter. */
  long: Record<string, string[]>
}

export interface Shelf<Means> {
  means: Means[]
  phrases: [words: string, language: number, means: number][]
  drawers: Record<string, number[]>
}
