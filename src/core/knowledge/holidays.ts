import * as z from 'zod'

/** Whose holidays somebody keeps: a country, or a part of it as date-holidays names it, e.g. `GB-NIR`. */
export const HolidayPlace = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z]+){0,2}$/, { error: 'is no place with holidays; write one like GB-NIR' })

const Year = z.string().regex(/^20\d\d$/, { error: 'is no year' })
const Days = z
  .string()
  .regex(/^\d\d-\d\d( \d\d-\d\d)*$/, { error: 'are no months and days, like 12-25 12-26' })

/** By place and year the days on which offices are shut, `01-01 12-25`: `flows/holidays.yaml`. */
export const Holidays = z.record(HolidayPlace, z.record(Year, Days))
export type Holidays = z.infer<typeof Holidays>

/** Whether a day like `2026-12-25` is a holiday there, as far as the file goes. */
export function isHoliday(holidays: Holidays, place: string, day: string): boolean {
  return holidays[place]?.[day.slice(0, 4)]?.split(' ').includes(day.slice(5)) ?? false
}

/** The last year that is known of every place. */
export function lastYear(holidays: Holidays): number | undefined {
  const ends = Object.values(holidays).map((years) => Math.max(...Object.keys(years).map(Number)))
  return ends.length > 0 ? Math.min(...ends) : undefined
}
