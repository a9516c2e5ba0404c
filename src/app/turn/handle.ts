import type { Place } from '../../core/turn.ts'
import { waysOf } from '../../core/ways.ts'
import { isDecided } from '../pending/pending.ts'
import { nameOf, placeOf } from '../place.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Pending, Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { AtWork, Busy, Gone, isBug, Stale } from '../trouble.ts'
import { within } from '../within.ts'
import { carryOut, repeat } from './carry-out.ts'
import { decide } from './decide.ts'
import { wantsAnswer } from './edited.ts'
import { endingFirst } from './ending-first.ts'
import { helpFor, sayHelp } from './help.ts'
import { finishLeftOvers } from './left-overs.ts'
import { countMissed } from './missed.ts'
import { isTooLate, leaveUnread } from './too-late.ts'
import { poster } from './understand.ts'
import { beginFor, isStillWished, takeBack, takeBackUnheard } from './wished.ts'

/** Another decision on the same talk is made anew so many times before Telegram is asked to repeat. */
const tries = 3

/** Longer than the table takes when it is well. */
const helpMs = 3000

/**
 * One update of one person: decided once, said at least once. Returns when the turn is kept and shown; otherwise throws
 * Busy, Stale or Gone. Safe to repeat: a repeated update only finishes what is pending. Help waits for nothing: whatever
 * breaks, it is shown.
 */
export async function handle(world: World, incoming: Incoming): Promise<void> {
  let next: Incoming | undefined = incoming
  while (next) next = await orHelp(world, next)
}

async function orHelp(world: World, incoming: Incoming): Promise<Incoming | undefined> {
  const known: Known = {}
  try {
    return await turn(world, incoming, known)
  } catch (error) {
    // A repeat of something that is being shown just now would only double it.
    if (error instanceof Gone || error instanceof AtWork || !helpFor(world, incoming)) throw error
    const what = { error: nameOf(error), at: placeOf(error) }
    world.log(isBug(error) ? 'bug' : 'help-apart', what)
    await sayHelp(world, incoming, known)
    return undefined
  }
}

/** The talk, as soon as it was read: help speaks its language. */
interface Known {
  talk?: Talk
}

/** Returns the input that follows at once, if doing it led to one. */
async function turn(world: World, incoming: Incoming, read: Known): Promise<Incoming | undefined> {
  const began = world.now().getTime()
  for (let attempt = 1; ; attempt++) {
    const known = await loadFor(world, incoming)
    if (known) read.talk = known
    const found = known ?? (await beginFor(world, incoming))
    if (!found) return undefined
    if (isDecided(found, incoming)) return repeat(world, found, incoming)
    if (incoming.editedAt !== undefined && !(await wantsAnswer(world, found, incoming)))
      return undefined
    if (attempt === 1) {
      const first = await endingFirst(world, found, incoming)
      if (first === 'answered') return undefined
      if (first === 'changed') continue
    }
    const decided = decide(world, found, incoming)
    if (isTooLate(world, { found, decided }, incoming)) return leaveUnread(world, incoming)
    const kept = await keep(world, decided, incoming.chat, attempt)
    if (!kept) continue
    if (!(await isStillWished(world, kept, incoming)))
      return takeBack(world, { found, kept }, incoming)
    await countPoster(world, incoming)
    await countMissed(world, kept, incoming)
    return act(world, { found, kept }, incoming).finally(() =>
      log(world, { found, kept }, { incoming, began }),
    )
  }
}

/** What was decided, then what others have left. */
async function act(
  world: World,
  { found, kept }: { found: Talk; kept: Talk },
  incoming: Incoming,
): Promise<Incoming | undefined> {
  try {
    const next = await carryOut(world, kept, incoming)
    await finishLeftOvers(world, kept, incoming)
    return next
  } catch (error) {
    if (error instanceof Gone) await takeBackUnheard(world, found, incoming)
    throw error
  }
}

/** Who asks for help does not wait for a slow table. */
async function loadFor(world: World, incoming: Incoming) {
  const loading = world.talks.load(incoming.chat)
  const patience = AbortSignal.timeout(helpMs)
  const loaded = await within<Talk | undefined | 'slow'>(patience, loading, 'slow')
  if (loaded !== 'slow') return loaded
  loading.catch(() => undefined)
  if (helpFor(world, incoming)) throw new Busy(1, 'the table is slow')
  return loading
}

/** Undefined when somebody else decided meanwhile and there is another try. */
async function keep({ talks }: World, talk: Talk, chat: number, attempt: number) {
  try {
    return await talks.keep(chat, talk)
  } catch (error) {
    if (error instanceof Stale && attempt < tries) return undefined
    throw error
  }
}

/** A counter that fails must not hold up a person. */
async function countPoster({ content, counters, log }: World, incoming: Incoming) {
  const source = poster(content, incoming)
  if (source) await counters.add(`source#${source}`).catch(() => log('count-failed'))
}

function log(
  world: World,
  { found, kept }: { found: Talk; kept: Talk },
  { incoming, began }: { incoming: Incoming; began: number },
) {
  const { state, pending } = kept
  const at = { flow: state?.flow ?? '', step: state?.path.at(-1)?.step ?? '' }
  const ms = world.now().getTime() - began
  const verdict = isOnWay(found, at) ? undefined : verdictIn(pending[incoming.source])
  world.log('turn', { input: incoming.event.kind, ...at, ...(verdict && { verdict }), ms })
}

/** A screen that somebody comes back to was told before. */
function isOnWay({ state }: Talk, { flow, step }: Place): boolean {
  const ways = state ? waysOf(state) : []
  return ways.some((way) => way.flow === flow && way.path.some((visit) => visit.step === step))
}

/** Which verdict was told, for the counts of a dashboard: a word without the person. */
function verdictIn(entry: Pending | undefined) {
  const keys = entry?.effects.flatMap((effect) =>
    effect.kind === 'show' && !effect.keep ? effect.text.key : [],
  )
  return keys?.map((key) => /verdict\.([a-z]+)$/.exec(key)?.[1]).find(Boolean)
}
