import type { Doors } from '../knowledge/doors.ts'
import type { Whole } from '../knowledge/meaning.ts'
import { countryNamed } from './country.ts'
import { isAdvert } from './kinds.ts'
import { best } from './rooms.ts'
import { found, length, type Said, whole } from './said.ts'
import { isUneasy } from './urgent.ts'

/** What a message means that nobody waits for. */
export type Meaning =
  | { kind: 'advert' }
  /** Of a firm or an agency; the step reads it. */
  | { kind: 'number'; of: 'firm' | 'agency' }
  | { kind: 'country'; code: string }
  /** Flows or steps that speak of it, equally near. */
  | { kind: 'rooms'; places: string[] }
  /** Words that worry, and nothing else. */
  | { kind: 'danger' }
  | { kind: 'whole'; says: Exclude<Whole, 'danger'> }

/** In the order of what people would lose if it were read otherwise. */
export function meaning(one: Said, doors: Doors): Meaning | undefined {
  const says = whole(one)
  if (says !== undefined && says !== 'danger') return { kind: 'whole', says }
  if (isAdvert(one)) return { kind: 'advert' }
  const number = numberIn(one)
  if (number) return number
  const rooms = best(found(one, 'room'))
  const code = countryNamed(one)
  const isSaidMore = found(one, 'room').some(({ size }) => size > 1)
  if (code && (!isSaidMore || rooms.every((room) => doors.answered.includes(room))))
    return { kind: 'country', code }
  if (rooms.length > 0) return { kind: 'rooms', places: rooms }
  return isUneasy(one, doors) ? { kind: 'danger' } : undefined
}

/** Bare digits in a long text may be anything. */
const bareAtMost = 12

function numberIn(one: Said): Meaning | undefined {
  const [first] = one.numbers.filter(({ fault }) => fault === undefined)
  if (!first || length(one) > bareAtMost) return undefined
  return { kind: 'number', of: first.kind === 'kraz' ? 'agency' : 'firm' }
}
