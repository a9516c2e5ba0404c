import type { DeskHours } from '../../core/desk/hours.ts'
import { spansAtMost } from '../../core/desk/write-hours.ts'
import { daysOf, isTimeZone } from '../../core/knowledge/contact.ts'
import type { Desk } from '../ports/desks.ts'

/** What an operator lets a desk be, before it has a group. */
export type DeskTerms = Pick<
  Desk,
  'id' | 'name' | 'languages' | 'countries' | 'themes' | 'minors' | 'complaints' | 'hours'
>

/** The most letters of a text, and the most in a list: all of it together fits into one message of Telegram. */
export const most = { name: 40, complaints: 80, languages: 20, countries: 60, themes: 70 }

/** Letters and digits that nobody takes for others when they are read out. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * How each field has to look. By hand, because the functions of the cloud have no schemas of the core.
 * Whether there is such a country, language or theme is asked when the code is made.
 */
export const fits: {
  [Field in keyof DeskTerms]-?: (value: unknown) => value is DeskTerms[Field]
} = {
  id: (value): value is string => isText(value, 8) && idShape.test(value),
  name: (value): value is string => isText(value, most.name) && /^\S(.*\S)?$/.test(value),
  languages: (value): value is string[] =>
    isList(value, /^[a-z]{2}$/, most.languages) && value.length > 0,
  countries: (value): value is string[] => isList(value, /^[A-Z]{2}$/, most.countries),
  themes: (value): value is string[] => isList(value, /^[\w-]+$/, most.themes),
  minors: (value) => typeof value === 'boolean',
  complaints: (value): value is string =>
    isText(value, most.complaints) && (mail.test(value) || page.test(value)),
  hours: (value): value is DeskHours | undefined => value === undefined || isHours(value),
}

const idShape = new RegExp(`^[${letters}]{8}$`)
const mail = /^[^\s@<>":/]+@[^\s@<>"./]+(\.[^\s@<>"./]+)+$/
const page = /^https:\/\/[^\s@<>"./?#]+(\.[^\s@<>"./?#]+)+([/?#][^\s<>"]*)?$/

function isHours(value: unknown): value is DeskHours {
  if (typeof value !== 'object' || value === null) return false
  const { tz, week, holidays }: { tz?: unknown; week?: unknown; holidays?: unknown } = value
  return (
    isText(tz, 40) &&
    isTimeZone(tz) &&
    (holidays === undefined || (isText(holidays, 12) && place.test(holidays))) &&
    isWeek(week)
  )
}

function isWeek(week: unknown) {
  if (typeof week !== 'object' || week === null) return false
  const days: [string, unknown][] = Object.entries(week)
  return days.length > 0 && days.every(([day, spans]) => daysOf(day).length > 0 && areSpans(spans))
}

function areSpans(spans: unknown) {
  return (
    Array.isArray(spans) && spans.length > 0 && spans.length <= spansAtMost && spans.every(isSpan)
  )
}

function isSpan(span: unknown) {
  return (
    Array.isArray(span) &&
    span.length === 2 &&
    span.every((one) => isText(one, 5) && time.test(one))
  )
}

const place = /^[A-Z]{2}(-[A-Z]+){0,2}$/
const time = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/

/** From eight random bytes. */
export function idFrom(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 8), (byte) => letters[byte % letters.length]).join('')
}

/** Without marks that turn words around or that nobody sees. */
function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest && !/[\p{Cc}\p{Cf}]/u.test(value)
}

function isList(value: unknown, shape: RegExp, longest: number): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= longest &&
    value.every((one) => isText(one, 20) && shape.test(one))
  )
}
