import { numberFrom } from '../firm/firm.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Point, points, topics } from '../knowledge/phrases.ts'
import { isLouder, type Severity, severities } from '../knowledge/severity.ts'
import type { Scan } from './scan.ts'

/** What is kept of an advert: names and numbers, never a word of it. */
export interface Told {
  /** Each with its weight in this text. */
  signs: Map<string, Severity>
  stated: Point[]
  spokenOf: Point[]
  country?: string
  /** As in `core/firm/firm.ts`: `kraz-98765`. */
  numbers: string[]
}

const numbersAtMost = 3

export function toTold({ hits, stated, spokenOf, country }: Scan, numbers: string[]): Told {
  return {
    signs: new Map(hits.map(({ sign, severity }) => [sign, severity])),
    stated: numbers.some((id) => id.startsWith('kraz-')) ? withPoint(stated, 'agency') : stated,
    spokenOf,
    ...(country && { country }),
    numbers: numbers.slice(0, numbersAtMost),
  }
}

/** An advert in several messages: what one of them states is stated. */
export function together(one: Told, other: Told): Told {
  const signs = new Map(one.signs)
  for (const [sign, severity] of other.signs) {
    const before = signs.get(sign)
    if (!before || isLouder(severity, before)) signs.set(sign, severity)
  }
  const country = one.country ?? other.country
  return {
    signs,
    stated: both(one.stated, other.stated),
    spokenOf: both(one.spokenOf, other.spokenOf),
    ...(country && { country }),
    numbers: [...new Set([...one.numbers, ...other.numbers])].slice(0, numbersAtMost),
  }
}

/** One that states anew so much of what the first has stated is another advert, not more of it. */
const anewFrom = 3

export function isAnother(first: Told, stated: Point[]): boolean {
  return stated.filter((point) => first.stated.includes(point)).length >= anewFrom
}

/** What the advert leaves open: what every advert should state, and what this one only speaks of. */
export function openPoints({ stated, spokenOf }: Told): Point[] {
  const wanted = points.filter(
    (point) => !topics.some((one) => one === point) || spokenOf.includes(point),
  )
  return wanted.filter((point) => !stated.includes(point))
}

/**
 * `offj.oupi/ept/f/DE/kraz-98765`: signs by their initials (with the first letter of a weight that is not their own),
 * stated points, points it only speaks of, country, numbers. About 60 bytes, so that a press stays within one write unit.
 */
export function encode(
  { signs, stated, spokenOf, country, numbers }: Told,
  { indicators }: Knowledge,
) {
  const weighed = [...signs].map(([sign, severity]) => {
    return (
      initials(sign) + (severity === indicators[sign]?.severity ? '' : `-${severity.charAt(0)}`)
    )
  })
  const letters = (all: Point[]) => all.map((point) => point.charAt(0)).join('')
  return [
    weighed.join('.'),
    letters(stated),
    letters(spokenOf),
    country ?? '',
    numbers.join('.'),
  ].join('/')
}

/** Undefined for anything that `encode` did not write. A sign that the authors have taken away is left out. */
export function decode(answer: string, { indicators }: Knowledge): Told | undefined {
  const form = /^([a-z.-]*)\/([a-z]*)\/([a-z]*)\/([A-Z]{2})?\/([A-Za-z0-9.-]*)$/.exec(answer)
  if (!form || answer.length > 400) return undefined
  const [, signs = '', stated = '', spokenOf = '', country, numbers = ''] = form
  const known = new Map(Object.keys(indicators).map((id) => [initials(id), id]))
  const weights = signs.split('.').flatMap((one): [string, Severity][] => {
    const [short = '', letter] = one.split('-')
    const id = known.get(short)
    const severity = severities.find((name) => name.charAt(0) === letter)
    const own = id && indicators[id]?.severity
    return id && own ? [[id, severity && isQuieter(severity, own) ? severity : own]] : []
  })
  const read = (letters: string) => points.filter((point) => letters.includes(point.charAt(0)))
  return {
    signs: new Map(weights),
    stated: read(stated),
    spokenOf: read(spokenOf),
    ...(country && { country }),
    numbers: numbers.split('.').filter((id) => numberFrom(id)),
  }
}

/** `offer_fee_for_job` → `offj`. Review sees to it that no two signs share them. */
export function initials(sign: string): string {
  return sign
    .split('_')
    .map((word) => word.charAt(0))
    .join('')
}

/** How a country stands among what an advert has told. */
export function toldCountry(code: string): string {
  return `country-${code}`
}

export function countryTold(told: string[]): string | undefined {
  return told.find((one) => one.startsWith(toldCountry('')))?.slice(toldCountry('').length)
}

function isQuieter(one: Severity, other: Severity) {
  return isLouder(other, one)
}

function both(one: Point[], other: Point[]): Point[] {
  return points.filter((point) => one.includes(point) || other.includes(point))
}

function withPoint(all: Point[], point: Point) {
  return all.includes(point) ? all : [...all, point]
}
