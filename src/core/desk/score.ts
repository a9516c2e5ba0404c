import type { Case } from '../case.ts'
import type { Severity } from '../knowledge/severity.ts'

/** A reason why a case comes before others, by its word in `desk.json`, and what it weighs. */
export interface Weight {
  why: 'cry' | 'desk' | 'minor' | 'critical' | 'high' | 'caution'
  points: number
}

/** Words of danger, then what the desk says, then what was found; many small signs never outweigh a cry. */
const points = { cry: 100, desk: 95, minor: 20, critical: 30, high: 5, caution: 2 } as const

type Signs = Record<string, { severity: Severity }>

/** Why a case comes before others, the heaviest first. */
export function weightsOf({ urgent, isMinor, shared }: Case, signs: Signs): Weight[] {
  const found = (shared.signs ?? []).map((id) => signs[id]?.severity)
  const weigh = (why: Weight['why'], times: number): Weight[] =>
    times > 0 ? [{ why, points: points[why] * Math.min(times, 3) }] : []
  const count = (severity: Severity) => found.filter((one) => one === severity).length
  return [
    ...weigh('cry', urgent === 'cry' ? 1 : 0),
    ...weigh('desk', urgent === 'desk' ? 1 : 0),
    ...weigh('critical', count('critical')),
    ...weigh('minor', isMinor ? 1 : 0),
    ...weigh('high', count('high')),
    ...weigh('caution', count('caution')),
  ]
}

export function scoreOf(one: Case, signs: Signs): number {
  return weightsOf(one, signs).reduce((sum, { points }) => sum + points, 0)
}

/** The most urgent first, then who waits longest. */
export function inOrder(cases: Case[], signs: Signs): Case[] {
  return cases.toSorted(
    (a, b) => scoreOf(b, signs) - scoreOf(a, signs) || a.consent.at - b.consent.at,
  )
}
