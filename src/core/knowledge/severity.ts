import * as z from 'zod'

/** How much a sign weighs, loudest first. */
export const severities = ['critical', 'high', 'caution', 'info'] as const
export const Severity = z.enum(severities)
export type Severity = z.infer<typeof Severity>

/** True where the first weighs more than the second. */
export function isLouder(one: Severity, other: Severity): boolean {
  return severities.indexOf(one) < severities.indexOf(other)
}
