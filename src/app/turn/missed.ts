import { isHint } from '../../core/nature.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { wordsOf } from './understand.ts'

/** Words beside a screen that answer small talk, or speak of what the authors have changed. */
const answers = ['common:hello', 'common:thanks', 'common:changed']

/** Counts by step, without a word of it, what somebody wrote and the bot did not understand: authors see where people get stuck. */
export async function countMissed(
  { counters, log }: World,
  { state, pending }: Talk,
  { event, source }: Incoming,
): Promise<void> {
  if (wordsOf(event) === undefined || !state) return
  const effects = pending[source]?.effects ?? []
  if (!effects.some((one) => isHint(one) && !answers.includes(one.text.key))) return
  const step = state.path.at(-1)?.step ?? ''
  await counters.add(`missed#${state.flow}.${step}`).catch(() => log('count-failed'))
}
