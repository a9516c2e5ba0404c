import type { Counted } from '../../core/report/counted.ts'
import type { Week } from '../../core/report/weeks.ts'

/** What was counted at a desk in a week; what is not named was not counted. */
export type Counts = { [Name in Counted]?: number }

/** What a desk learns of its cases: numbers by week, with nobody in them. */
export interface Reports {
  /** One more of each in the week that is now, so that a week that is over stays as it is. */
  count(desk: string, names: Counted[]): Promise<void>
  /** Of each of these weeks, in their order. */
  of(desk: string, weeks: Week[]): Promise<Counts[]>
}
