import { daysLater } from '../zones.ts'

/** `2026-W49`: a week of ISO 8601, which begins on a Monday and belongs to the year of its Thursday. */
export type Week = string

/** The week of a day such as `2026-12-01`. */
export function weekOf(day: string): Week {
  const thursday = daysLater(mondayOf(day), 3)
  const year = thursday.slice(0, 4)
  const nth = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return `${year}-W${String(nth).padStart(2, '0')}`
}

/** So many whole weeks that are over on a day, the oldest first. */
export function weeksBefore(day: string, count: number): Week[] {
  const monday = mondayOf(day)
  return Array.from({ length: count }, (_none, at) => weekOf(daysLater(monday, 7 * (at - count))))
}

/** Its Monday and its Sunday. */
export function daysOf(week: Week): { from: string; until: string } {
  const [year = '', nth = ''] = week.split('-W')
  // The fourth of January lies in the first week of every year.
  const from = daysLater(mondayOf(`${year}-01-04`), 7 * (Number(nth) - 1))
  return { from, until: daysLater(from, 6) }
}

function mondayOf(day: string): string {
  return daysLater(day, -((new Date(day).getUTCDay() + 6) % 7))
}

function daysBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000
}
