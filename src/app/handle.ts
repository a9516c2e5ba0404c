import { advance } from '../core/advance.ts'
import type { Deed, Ticks } from '../core/turn.ts'
import { carryOut, finishLeftOver, repeat } from './carry-out.ts'
import type { Incoming, Pending, Talk, World } from './ports.ts'
import { Stale } from './trouble.ts'
import { poster, toInput } from './understand.ts'

/** Another decision on the same talk is made anew so many times before Telegram is asked to repeat. */
const tries = 3

/** Telegram repeats an update for a day at most; so many of one person's are remembered. */
const remembered = 32

const newTalk: Talk = { recent: [], pending: {}, version: 0 }

/**
 * One update of one person: decided once, said at least once. Returns when the turn is kept and shown; otherwise throws
 * Busy, Stale or Gone. Safe to repeat: a repeated update only finishes what is pending.
 */
export async function handle(world: World, incoming: Incoming): Promise<void> {
  const began = world.now().getTime()
  for (let attempt = 1; ; attempt++) {
    const known = await world.store.load(incoming.chat)
    // Who was forgotten meanwhile is not begun with anew by an answer that comes late.
    if (!known && incoming.source === 'check') return
    const found = known ?? newTalkFor(incoming)
    if (found.recent.includes(incoming.update)) return repeat(world, found, incoming)
    const talk = (await finishLeftOver(world, found, incoming)) ?? newTalkFor(incoming)
    const kept = await keep(world, decide(world, talk, incoming), incoming.chat, attempt)
    if (!kept) continue
    const at = { flow: kept.state?.flow ?? '', step: kept.state?.path.at(-1)?.step ?? '' }
    await countPoster(world, incoming)
    try {
      return await carryOut(world, kept, incoming)
    } finally {
      const ms = world.now().getTime() - began
      const verdict = verdictIn(kept.pending[incoming.source])
      world.log('turn', { input: incoming.event.kind, ...at, ...(verdict && { verdict }), ms })
    }
  }
}

/** Which verdict was told, for the counts of a dashboard: a word without the person. */
function verdictIn(entry: Pending | undefined) {
  const keys = entry?.effects.map((effect) => (effect.kind === 'show' ? effect.text.key : ''))
  return keys?.map((key) => /verdict\.([a-z]+)$/.exec(key)?.[1]).find(Boolean)
}

/** What the clock brings comes in the language that was chosen when it was asked for. */
function newTalkFor({ source, language }: Incoming): Talk {
  return source === 'due' && language ? { ...newTalk, language } : newTalk
}

/** A counter that fails must not hold up a person. */
async function countPoster({ content, store, log }: World, incoming: Incoming) {
  const source = poster(content, incoming)
  if (source) await store.count(`source#${source}`).catch(() => log('count-failed'))
}

/** Undefined when somebody else decided meanwhile and there is another try. */
async function keep({ store }: World, talk: Talk, chat: number, attempt: number) {
  try {
    return await store.keep(chat, talk)
  } catch (error) {
    if (error instanceof Stale && attempt < tries) return undefined
    throw error
  }
}

/** The talk after the update, together with what is to be done about it. */
function decide(world: World, { ticks, ...talk }: Talk, incoming: Incoming): Talk {
  const { content, now } = world
  const input = toInput(world, incoming, talk.country)
  const { state, effects } = advance(content, { ...talk, ticks }, input, now())
  const facts = effects.filter((effect) => effect.kind === 'set')
  const language = facts.findLast((fact) => fact.language)?.language ?? talk.language
  const country = facts.findLast((fact) => fact.country)?.country ?? talk.country
  const minor = facts.findLast((fact) => fact.minor !== undefined)?.minor ?? talk.minor
  const { update, source, message, sentAt } = incoming
  const doing = effects.filter((effect) => effect.kind !== 'set')
  const entry: Pending = { update, at: now().getTime(), message, sentAt, effects: doing }
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
    recent: [...talk.recent, update].slice(-remembered),
    // After hiding or forgetting nothing older may be said any more, also not by a repeat.
    pending: doing.some(isLast) ? { [source]: entry } : { ...talk.pending, [source]: entry },
  }
}

/** Lists of which nothing is done any more are dropped. */
function ticksAfter(before: Ticks | undefined, changes: (Ticks | undefined)[]) {
  const all: Ticks = Object.assign({}, before, ...changes)
  const lists = Object.entries(all).filter(([, items]) => items.length > 0)
  return lists.length > 0 ? { ticks: Object.fromEntries(lists) } : {}
}

function isLast({ kind }: Deed) {
  return kind === 'hide' || kind === 'forget'
}
