import { adultFrom } from '../age.ts'
import type { Doors } from '../knowledge/doors.ts'
import type { Whole } from '../knowledge/meaning.ts'
import { countryNamed } from './country.ts'
import { isAdvert, isWarned } from './kinds.ts'
import { best } from './rooms.ts'
import { ageSaid, found, length, type Said, whole } from './said.ts'
import { troubled } from './urgent.ts'

/** What a message means that nobody waits for. */
export type Meaning =
  | { kind: 'advert' }
  /** Of a firm or an agency; the step reads it. */
  | { kind: 'number'; of: 'firm' | 'agency' }
  | { kind: 'country'; code: string }
  /** Flows or steps that speak of it, equally near. */
  | { kind: 'rooms'; places: string[] }
  /** Words that worry or tell of trouble, and nothing else. */
  | { kind: 'danger'; of: 'mine' | 'theirs' }
  | { kind: 'young' }
  | { kind: 'whole'; says: Exclude<Whole, 'danger'> }

/** In the order of what people would lose if it were read otherwise. */
export function meaning(one: Said, doors: Doors): Meaning | undefined {
  const says = whole(one)
  if (says !== undefined && says !== 'danger' && !one.isTheirs) return { kind: 'whole', says }
  const age = ageSaid(one)
  if (age && !age.isBare && age.years < adultFrom && !one.isTheirs) return { kind: 'young' }
  if (isAdvert(one) || isWarned(one)) return { kind: 'advert' }
  const number = numberIn(one)
  if (number) return number
  const rooms = best(found(one, 'room'))
  const code = countryNamed(one)
  const isSaidMore = found(one, 'room').some(({ size }) => size > 1)
  if (code && (!isSaidMore || rooms.every((room) => doors.answered.includes(room))))
    return { kind: 'country', code }
  if (rooms.length > 0) return { kind: 'rooms', places: rooms }
  const of = troubled(one, doors)
  return of && { kind: 'danger', of }
}

/** Bare digits in a long text may be anything. */
const bareAtMost = 12

/** Fewer digits without a word beside them are an age or a wage. */
const digitsFrom = 5

/** So few words that a number with a slip in it is what they are about. */
const slipAtMost = 4

function numberIn(one: Said): Meaning | undefined {
  const isBare = !/\p{L}/u.test(one.text)
  if (length(one) > bareAtMost || (isBare && one.text.replaceAll(/\D/g, '').length < digitsFrom))
    return undefined
  const right = one.numbers.find(({ fault }) => fault === undefined)
  const first = right ?? (length(one) <= slipAtMost ? one.numbers[0] : undefined)
  if (!first) return undefined
  return { kind: 'number', of: first.kind === 'kraz' ? 'agency' : 'firm' }
}
