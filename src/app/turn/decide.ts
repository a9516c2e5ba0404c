import { advance } from '../../core/engine/advance.ts'
import { isEnding, isFact } from '../../core/nature.ts'
import type { Ticks } from '../../core/turn.ts'
import { after } from '../pending/pending.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Pending, Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { toInput } from './understand.ts'

/** Telegram repeats an update for a day at most; so many of one person's are remembered. */
const remembered = 32

/** The talk after the update, together with what is to be done about it. */
export function decide(world: World, { ticks, cut, ...talk }: Talk, incoming: Incoming): Talk {
  const { content, now } = world
  const input = toInput(world, incoming, talk.country)
  const { state, effects } = advance(content, { ...talk, ticks }, input, now())
  const facts = effects.filter(isFact)
  const language = facts.findLast((fact) => fact.language)?.language ?? talk.language
  const country = facts.findLast((fact) => fact.country)?.country ?? talk.country
  const minor = facts.findLast((fact) => fact.minor !== undefined)?.minor ?? talk.minor
  const { update, source, message, sentAt } = incoming
  const doing = effects.filter((effect) => !isFact(effect))
  const entry: Pending = { update, at: now().getTime(), message, sentAt, effects: doing }
  const recent = [...talk.recent, update].slice(-remembered)
  const last = doing.some(isEnding) ? update : cut
  return {
    ...talk,
    ...(language && { language }),
    ...(country && { country }),
    ...(minor !== undefined && { minor }),
    ...ticksAfter(
      ticks,
      facts.map((fact) => fact.ticks),
    ),
    state,
    recent,
    ...(last !== undefined && recent.includes(last) && { cut: last }),
    pending: after(talk.pending, source, entry),
  }
}

/** Lists of which nothing is done any more are dropped. */
function ticksAfter(before: Ticks | undefined, changes: (Ticks | undefined)[]) {
  const all: Ticks = Object.assign({}, before, ...changes)
  const lists = Object.entries(all).filter(([, items]) => items.length > 0)
  return lists.length > 0 ? { ticks: Object.fromEntries(lists) } : {}
}
