import { plain } from '../countries.ts'
import type { NumberRead } from '../firm/firm.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Spoken, Whole } from '../knowledge/meaning.ts'
import type { Match } from '../scan/book.ts'
import { type Reading, readOnce } from '../scan/read.ts'
import type { Message } from '../turn.ts'
import { forgiving } from './slips.ts'

/** Somebody's message as it is looked at from every side. It holds the text, so it is never kept. */
export interface Said {
  text: string
  /** It was passed on or quoted: words of somebody else. */
  isTheirs: boolean
  numbers: NumberRead[]
  reading: Reading
  knowledge: Knowledge
}

/** Who looks at the same message again reads it once. */
export function said(spoke: Spoke, knowledge: Knowledge): Said {
  const { text = spoke.caption ?? '', isTheirs = false, numbers = [] } = spoke
  return { text, isTheirs, numbers, reading: readOnce(spoke, text, knowledge), knowledge }
}

/** What somebody wrote, or what stands below a picture. */
export type Spoke = Pick<Message, 'text' | 'caption' | 'isTheirs' | 'numbers'>

/** A cry for help is short; what is longer is a telling or an advert. */
export const shortTo = 200

export function isShort({ text }: Said): boolean {
  return text.trim().length <= shortTo
}

/** How many words it has. */
export function length({ reading }: Said): number {
  return reading.words.tokens.length
}

type Found<Kind extends Spoken['kind']> = Match<Extract<Spoken, { kind: Kind }>>

/** What was found of a kind, without what the words right before it take back. */
export function found<Kind extends Spoken['kind']>({ reading }: Said, kind: Kind): Found<Kind>[] {
  return ofKind(reading.spoken(), kind)
}

/** The same, where a slip of the finger in a long word is forgiven. */
export function foundForgiving<Kind extends Spoken['kind']>(
  { reading, knowledge }: Said,
  kind: Kind,
): Found<Kind>[] {
  return ofKind(forgiving(reading, knowledge), kind)
}

function ofKind<Kind extends Spoken['kind']>(all: Match<Spoken>[], kind: Kind): Found<Kind>[] {
  const denied = new Set(all.flatMap(({ means, to }) => (means.kind === 'not' ? to : [])))
  return all.filter(
    (match): match is Found<Kind> => match.means.kind === kind && !denied.has(match.from),
  )
}

/** What the message says that is nothing else: said once or often, with or without `please`. */
export function whole(one: Said): Whole | undefined {
  const { tokens } = one.reading.words
  if (tokens.length === 0 || tokens.length > wholeTo) return undefined
  const fillers = covered(found(one, 'filler'))
  const byMeaning = new Map<string, { says: Whole; places: Set<number> }>()
  for (const { means, from, to } of found(one, 'whole')) {
    const key = plain(JSON.stringify(means.says))
    const { places } = byMeaning.get(key) ?? { places: new Set(fillers) }
    for (let at = from; at < to; at++) places.add(at)
    byMeaning.set(key, { says: means.says, places })
  }
  const all = [...byMeaning.values()].filter(({ places }) => places.size === tokens.length)
  return (all.find(({ says }) => says === 'danger') ?? all[0])?.says
}

const wholeTo = 20

export function covered(matches: { from: number; to: number }[]): Set<number> {
  return new Set(
    matches.flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, index) => from + index),
    ),
  )
}
