import { daysOf, type Hours, weekdays } from '../knowledge/contact.ts'
import { type Holidays, isHoliday } from '../knowledge/holidays.ts'
import { dayIn, daysLater, minuteIn, momentOf } from '../zones.ts'

/** When members of a desk answer; without hours they may at any time. */
export type DeskHours = Pick<Hours, 'tz' | 'week' | 'holidays'>

/** Nobody looks further ahead: also who answers once a week has answered by then, whatever holidays there were. */
const daysAhead = 60

/** Whether somebody is to answer at that moment. */
export function isOpenAt(hours: DeskHours | undefined, at: Date, holidays: Holidays): boolean {
  if (!hours) return true
  const minute = minuteIn(hours.tz, at)
  return spansOn(hours, dayIn(hours.tz, at), holidays).some(
    ([from, to]) => from <= minute && minute < to,
  )
}

/** When somebody is to answer next, in milliseconds: that moment where they do; undefined where hours never begin. */
export function opensAt(
  hours: DeskHours | undefined,
  at: Date,
  holidays: Holidays,
): number | undefined {
  if (!hours || isOpenAt(hours, at, holidays)) return at.getTime()
  const { tz } = hours
  const today = dayIn(tz, at)
  const days = Array.from({ length: daysAhead }, (_none, index) => daysLater(today, index))
  return days
    .flatMap((day) => spansOn(hours, day, holidays).map(([from]) => momentOf(day, from, tz)))
    .map((minute) => minute * 60_000)
    .sort((a, b) => a - b)
    .find((ms) => ms > at.getTime())
}

/** In minutes of the day, from and until. */
type Span = [number, number]

function spansOn({ week, holidays: place }: DeskHours, day: string, holidays: Holidays): Span[] {
  if (place && isHoliday(holidays, place, day)) return []
  const name = weekdays[(new Date(day).getUTCDay() + 6) % 7] ?? ''
  return Object.entries(week).flatMap(([days, spans]) =>
    daysOf(days).includes(name)
      ? spans.map(([from, to]): Span => [toMinute(from), toMinute(to)])
      : [],
  )
}

/** `09:30` → 570. */
function toMinute(time: string) {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
