import { isHint } from '../../core/nature.ts'
import type { Effect } from '../../core/turn.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { wordsOf } from './understand.ts'

/** Words beside a screen that answer what was understood, or speak of what the authors have changed. */
const answers = [
  ...['common:hello', 'common:thanks', 'common:changed'],
  ...['common:advert-read', 'common:advert-more', 'common:advert-next', 'firm:taken'],
  ...['picture:read', 'picture:blurred', 'common:place-unseen'],
]

/** Whether a word beside the screen says that the bot could do nothing with what somebody wrote. */
export function isMissed(effects: Effect[]): boolean {
  return effects.some((one) => isHint(one) && !answers.includes(one.text.key))
}

/** Counts by step, without a word of it, what somebody wrote and the bot did not understand: authors see where people get stuck. */
export async function countMissed(
  world: World,
  { state, pending }: Talk,
  { event, source }: Incoming,
): Promise<void> {
  const effects = pending[source]?.effects ?? []
  if (!state || !isMissed(effects) || wordsOf(world, event) === undefined) return
  const step = state.path.at(-1)?.step ?? ''
  const { counters, log } = world
  await counters.add(`missed#${state.flow}.${step}`).catch(() => log('count-failed'))
}
