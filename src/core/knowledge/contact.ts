import * as z from 'zod'
import { HolidayPlace } from './holidays.ts'

/** The days as hours name them, in the order of a week. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
const Span = z.tuple([time, time]).refine(([from, to]) => from < to, {
  error: 'ends before it begins; split what goes past midnight at 24:00',
})
const Days = z
  .string()
  .regex(/^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$/)
  .refine((days) => daysOf(days).length > 0, { error: 'a week runs from mon to sun' })
/** When somebody answers, by the clock of a zone. */
export const Hours = z.strictObject({
  tz: z.string().refine(isTimeZone, { error: 'is no time zone; write one like Europe/Warsaw' }),
  week: z.record(Days, z.array(Span).min(1)),
  /** Whose holidays they rest on, where those are not the country's. */
  holidays: HolidayPlace.optional(),
})
export type Hours = z.infer<typeof Hours>

const language = z.string().regex(/^[a-z]{2,3}$/, { error: 'is no code of a language, like pl' })

const Phone = z.strictObject({
  /** As dialled from anywhere (`+48…`), or a short code that belongs to one country. */
  number: z.string().regex(/^\+?\d{3,15}$/),
  dial: z.string(),
  short: z.boolean().optional(),
  free: z.boolean().nullable(),
  allDay: z.boolean().nullable(),
  fromAbroad: z.boolean().nullable(),
  languages: z.array(language),
  show: z.boolean(),
  note: z.string().optional(),
})
export type Phone = z.infer<typeof Phone>

export const kinds = [
  'anti_trafficking',
  'worker_advice',
  'labour_inspectorate',
  'trade_union',
  'legal_aid',
  'shelter',
  'consular',
  'child',
  'crisis',
  'police',
  'emergency',
] as const

export const audiences = [
  'women',
  'children',
  'foreigners',
  'non_eu',
  'ukrainians',
  'region',
] as const

const date = z.union([z.iso.date(), z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)])

/** One organisation that helps, as a person or an official page describes it. */
export const Contact = z.strictObject({
  /** Short enough for a button beside a language. */
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(40),
  name: z.string().min(1),
  city: z.string().optional(),
  kinds: z.array(z.enum(kinds)).min(1),
  audience: z.enum(audiences).optional(),
  /** Helps callers who are in another country. */
  abroad: z.boolean().optional(),
  /** Of a service of Europe: the only countries where its short number is known to work. */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .optional(),
  languages: z.array(language),
  phones: z.array(Phone),
  email: z.email().nullable(),
  website: z.strictObject({ url: z.url(), mark: z.enum(['seen', 'memory']) }).nullable(),
  hours: Hours.nullable(),
  free: z.boolean().nullable(),
  source: z.strictObject({
    url: z.url().nullable(),
    seenAs: z.enum(['official', 'government', 'third_party', 'memory']),
    date: date.nullable(),
  }),
  /** The day a person called or opened it. */
  checkedOn: z.iso.date().nullable(),
  note: z.string().optional(),
})
export type Contact = z.infer<typeof Contact>

/** The record with this id, and the country where its numbers stand in the files. */
export function contactNamed(
  contacts: Record<string, Contact[]>,
  id: string,
): { contact: Contact; country: string } | undefined {
  for (const [country, records] of Object.entries(contacts)) {
    const contact = records.find((one) => one.id === id)
    if (contact) return { contact, country }
  }
  return undefined
}

/** Numbers that may be shown; the rest waits until a person has called. */
export function shownPhones({ phones, checkedOn }: Contact): Phone[] {
  return phones.filter(({ show }) => show || checkedOn)
}

/** An address known only from memory is shown once somebody has opened it. */
export function shownWebsite(contact: Contact): string | undefined {
  const { website, checkedOn } = contact
  return website && (website.mark === 'seen' || checkedOn) ? website.url : undefined
}

/** A check by a person counts for half a year; then the source speaks again. */
const checkHoldsDays = 180

export function checkHolds(checkedOn: string | null, now: Date): checkedOn is string {
  if (checkedOn === null) return false
  return now.getTime() - Date.parse(checkedOn) < checkHoldsDays * 86_400_000
}

/** `mon-fri` → its five days; none where the second lies before the first. */
export function daysOf(days: string): string[] {
  const [from = '', to = from] = days.split('-')
  return weekdays.slice(weekdays.indexOf(from), weekdays.indexOf(to) + 1)
}

export function isAlways({ week }: Hours): boolean {
  const [from, to] = week['mon-sun']?.[0] ?? []
  return from === '00:00' && to === '24:00'
}

/** Whose holidays it keeps: those of its country, unless it names others. None where it has no hours, or always answers. */
export function placeOf({ hours }: Contact, country: string): string | undefined {
  return hours && !isAlways(hours) ? (hours.holidays ?? country) : undefined
}

export function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }))
  } catch {
    return false
  }
}

/** A record without anything to show waits for the operator, not for a person in need. */
export function isShown(contact: Contact): boolean {
  const { email } = contact
  return Boolean(email || shownWebsite(contact) || shownPhones(contact).length > 0)
}
