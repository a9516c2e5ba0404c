import { opensAt } from '../../core/desk/hours.ts'
import { clockOf, type Moment } from '../../core/zones.ts'
import type { Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'

/**
 * When somebody of the desk is to answer, by the clock of the country that the person named; undefined: now, or nobody knows. Where they
 * are is not known, so the country is named beside it.
 */
export function opensFor(
  { content, now }: Pick<World, 'content' | 'now'>,
  { hours }: Pick<Desk, 'hours'>,
  country: string | undefined,
): Moment | undefined {
  const at = now()
  const ms = opensAt(hours, at, content.holidays)
  return ms === undefined || ms <= at.getTime() ? undefined : { ms, ...clockOf(country) }
}
