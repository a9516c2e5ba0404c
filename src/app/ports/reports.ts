import type { Counted } from '../../core/report/counted.ts'
import type { WeekCounts } from '../../core/report/report.ts'
import type { Week } from '../../core/report/weeks.ts'

/** What a desk learns of its cases: numbers by week, with nobody in them. */
export interface Reports {
  /** One more of each in the week that is now, so that a week that is over stays as it is. */
  count(desk: string, names: Counted[]): Promise<void>
  /** Of each of these weeks, in their order. */
  of(desk: string, weeks: Week[]): Promise<WeekCounts[]>
}
