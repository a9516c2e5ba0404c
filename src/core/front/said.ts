import type { NumberRead } from '../firm/firm.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Spoken, Whole } from '../knowledge/meaning.ts'
import type { Match } from '../scan/book.ts'
import { type Reading, readOnce, spokenTo } from '../scan/read.ts'
import type { Message } from '../turn.ts'
import { forgiving } from './slips.ts'

/** Somebody's message as it is looked at from every side. It holds the text, so it is never kept. */
export interface Said {
  text: string
  /** It was passed on: words of somebody else. */
  isTheirs: boolean
  /** A machine has read it from a picture, with all that stands around. */
  isRead: boolean
  numbers: NumberRead[]
  reading: Reading
  knowledge: Knowledge
}

/** Who looks at the same message again reads it once. */
export function said(spoke: Spoke, knowledge: Knowledge): Said {
  const { text = spoke.caption ?? '', isTheirs = false, isRead = false, numbers = [] } = spoke
  return { text, isTheirs, isRead, numbers, reading: readOnce(spoke, text, knowledge), knowledge }
}

/** What somebody wrote, or what stands below a picture. */
export type Spoke = Pick<Message, 'text' | 'caption' | 'isTheirs' | 'isRead' | 'numbers'>

/** A cry for help is short; what is longer is a telling or an advert. */
const shortTo = 200

export function isShort({ text }: Said): boolean {
  return text.trim().length <= shortTo
}

/** How many words it has. */
export function length({ reading }: Said): number {
  return reading.words.tokens.length
}

type Found<Kind extends Spoken['kind']> = Match<Extract<Spoken, { kind: Kind }>>

/** What was found of a kind, without what the word right before it takes back. */
export function found<Kind extends Spoken['kind']>({ reading }: Said, kind: Kind): Found<Kind>[] {
  return ofKind(sorted(reading), kind)
}

/** The same, where a slip of the finger in a long word is forgiven. */
export function foundForgiving<Kind extends Spoken['kind']>(one: Said, kind: Kind): Found<Kind>[] {
  return ofKind(forgiven(one), kind)
}

/** What was found, by its kind. */
type Sorted = Map<Spoken['kind'], Match<Spoken>[]>

function ofKind<Kind extends Spoken['kind']>(all: Sorted, kind: Kind): Found<Kind>[] {
  return (all.get(kind) ?? []).filter((match): match is Found<Kind> => match.means.kind === kind)
}

const inReadings = new WeakMap<Reading, Sorted>()
const inForgiven = new WeakMap<Reading, Sorted>()

function sorted(reading: Reading): Sorted {
  const all = inReadings.get(reading) ?? sort(reading, reading.spoken())
  inReadings.set(reading, all)
  return all
}

function forgiven({ reading, knowledge }: Said): Sorted {
  const all = inForgiven.get(reading) ?? sort(reading, forgiving(reading, knowledge))
  inForgiven.set(reading, all)
  return all
}

/** `nie bije mnie` is taken back, `nie, bije mnie` is not. */
function sort({ words }: Reading, matches: Match<Spoken>[]): Sorted {
  const denied = new Set(
    matches.flatMap(({ means, to }) =>
      means.kind === 'not' && words.tokens[to]?.before === 'none' ? to : [],
    ),
  )
  return Map.groupBy(
    matches.filter(({ from }) => !denied.has(from)),
    ({ means }) => means.kind,
  )
}

/** What the message says that is nothing else: said once or often, with or without `please`. */
export function whole(one: Said): Whole | undefined {
  const { tokens } = one.reading.words
  if (tokens.length === 0 || tokens.length > spokenTo) return undefined
  const fillers = covered(found(one, 'filler'))
  const byMeaning = new Map<string, { says: Whole; places: Set<number> }>()
  for (const { means, from, to } of found(one, 'whole')) {
    const key = JSON.stringify(means.says)
    const { places } = byMeaning.get(key) ?? { places: new Set(fillers) }
    for (let at = from; at < to; at++) places.add(at)
    byMeaning.set(key, { says: means.says, places })
  }
  const all = [...byMeaning.values()].filter(({ places }) => places.size === tokens.length)
  return (all.find(({ says }) => says === 'danger') ?? all[0])?.says
}

/** The age that the message says and nothing else: `17`, `mam 17 lat`; `isBare` without any word beside it. */
export function ageSaid(one: Said): { years: number; isBare: boolean } | undefined {
  const { tokens } = one.reading.words
  const [number, other] = tokens.filter(({ isNumber }) => isNumber)
  const years = Number(number?.text)
  if (!number || other || !(years >= 8 && years <= 99) || /[<>]/.test(one.text)) return undefined
  const beside = covered([...found(one, 'age'), ...found(one, 'filler')])
  const isAge = tokens.every((token, at) => token === number || beside.has(at))
  return isAge ? { years, isBare: tokens.length === 1 } : undefined
}

export function covered(matches: { from: number; to: number }[]): Set<number> {
  return new Set(
    matches.flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, index) => from + index),
    ),
  )
}
