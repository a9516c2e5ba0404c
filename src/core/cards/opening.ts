import { daysOf, type Hours, weekdays } from '../knowledge/contact.ts'
import { onceEach } from '../once.ts'
import { daysLater } from '../zones.ts'

/**
 * What hours say at a moment. A holiday is a day with hours, not over yet, on which perhaps nobody answers; `next` is the day
 * on which the hours would begin again, where that is a holiday.
 */
export type Opening = { is: 'open'; until: string } | { is: 'closed' | 'holiday'; next?: string }

/** Whether somebody answers now, and until when. */
export function opening(
  hours: Hours,
  now: Date,
  isHoliday: (day: string) => boolean = () => false,
): Opening {
  const { day, minute } = local(now, hours.tz)
  const ahead = spansOn(hours, day).filter(([, to]) => minute < minutes(to))
  if (ahead.length > 0 && !isHoliday(day)) {
    const span = ahead.find(([from]) => minutes(from) <= minute)
    return span ? { is: 'open', until: span[1] } : { is: 'closed' }
  }
  const is = ahead.length > 0 ? 'holiday' : 'closed'
  const next = nextDay(hours, day)
  return { is, ...(next && isHoliday(next) && { next }) }
}

/** The next day with hours, after this one. */
function nextDay(hours: Hours, day: string) {
  return weekdays
    .map((_name, index) => daysLater(day, index + 1))
    .find((one) => spansOn(hours, one).length > 0)
}

function spansOn({ week }: Hours, day: string) {
  const name = weekdays[(new Date(day).getUTCDay() + 6) % 7] ?? ''
  return Object.entries(week).flatMap(([days, spans]) => (daysOf(days).includes(name) ? spans : []))
}

function local(now: Date, timeZone: string) {
  const parts = clock(timeZone).formatToParts(now)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    minute: minutes(`${part('hour')}:${part('minute')}`),
  }
}

/** Making one costs a millisecond, and a list of contacts looks at the time for each. */
const clock = onceEach(
  (timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
)

function minutes(time: string) {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
