import { dayIn, daysLater } from '../zones.ts'

/** Further ahead than this nothing is remembered: a case in which nothing happens is held sixty days. */
export const daysAtMost = 50

/** When something is to be remembered, or why it cannot be read. */
export type When = { at: number } | { why: 'unread' | 'past' | 'far' }

/** A day as `2026-12-12`, or why it cannot be read. */
export type DayRead = { day: string } | { why: 'unread' | 'past' | 'far' }

const hourMs = 3_600_000

/** By the letters that a span ends with, in the languages of desks: hours, days, weeks. */
const spans: [RegExp, number][] = [
  [/^(h|g|год|г|ч)/, hourMs],
  [/^(d|д)/, 24 * hourMs],
  [/^(w|t|т|н)/, 7 * 24 * hourMs],
]

/** `3d`, `12h`, `2w`: so long from now, in milliseconds since 1970. */
export function readSpan(typed: string, now: Date): When {
  const [, count = '', unit = ''] = /^(\d{1,3})(\p{L}{1,7})\.?$/u.exec(typed.toLowerCase()) ?? []
  const length = spans.find(([letters]) => letters.test(unit))?.[1]
  if (!length || Number(count) === 0) return { why: 'unread' }
  const ms = Number(count) * length
  return ms > daysAtMost * 24 * hourMs ? { why: 'far' } : { at: now.getTime() + ms }
}

/** `12.12`, `12.12.2026`, `2026-12-12`, or `3d` for the day after so many days, by the clock of a zone. */
export function readDay(typed: string, now: Date, zone: string): DayRead {
  const today = dayIn(zone, now)
  const span = readSpan(typed, now)
  if ('at' in span) return { day: dayIn(zone, new Date(span.at)) }
  if (span.why === 'far') return span
  const day = written(typed, today)
  if (!day) return { why: 'unread' }
  if (day < today) return { why: 'past' }
  return day > daysLater(today, daysAtMost) ? { why: 'far' } : { day }
}

/** Without a year it is the next such day, or one that has just gone by, which is a slip. */
function written(typed: string, today: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  const local = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4})?)?$/.exec(typed)
  const [year, month = '', date = ''] = iso
    ? [iso[1], iso[2], iso[3]]
    : [local?.[3], local?.[2], local?.[1]]
  if (year) return real(year, month, date)
  const now = Number(today.slice(0, 4))
  const [near, far] = [real(String(now), month, date), real(String(now + 1), month, date)]
  return near && near >= daysLater(today, -daysAtMost) ? near : far
}

/** There is no 31 February. */
function real(year: string, month: string, date: string): string | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? undefined : day
}
