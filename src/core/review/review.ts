import type { Content } from '../engine/flow.ts'
import { reviewData } from './data.ts'
import { reviewDoors } from './doors.ts'
import type { Fault } from './fault.ts'
import { reviewFlows } from './flows.ts'
import { reviewHolidays } from './holidays.ts'
import { reviewPhrases } from './phrases.ts'
import { reviewRegisters } from './registers.ts'
import { reviewReplies } from './replies.ts'
import { reviewScenarios, type Scenarios } from './scenarios.ts'
import { reviewTexts, type Trees } from './texts.ts'

/** Everything that an author must mend before people may read it. Silent when all is well. */
export function review(
  content: Content,
  locales: Trees,
  now: Date,
  scenarios: Scenarios = {},
): Fault[] {
  const faults = [
    ...reviewFlows(content),
    ...reviewDoors(content),
    ...reviewData(content),
    ...reviewHolidays(content, now),
    ...reviewRegisters(content),
    ...reviewPhrases(content),
    ...reviewReplies(content, locales),
    ...reviewTexts(content, locales),
  ]
  // Scenarios walk through the flows, so they wait until the flows are whole.
  return faults.length > 0 ? faults : reviewScenarios(content, scenarios)
}
