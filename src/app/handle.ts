import { carryOut, repeat } from './carry-out.ts'
import { decide, newTalkFor } from './decide.ts'
import { endingFirst } from './endings.ts'
import { helpFor, sayHelp } from './help.ts'
import { finishLeftOvers } from './left-overs.ts'
import { nameOf, placeOf } from './place.ts'
import type { Incoming, Pending, Talk, World } from './ports.ts'
import { AtWork, Gone, isBug, Stale } from './trouble.ts'
import { poster } from './understand.ts'
import { isOfBefore, isStillWished, takeBack } from './wished.ts'

/** Another decision on the same talk is made anew so many times before Telegram is asked to repeat. */
const tries = 3

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
  try {
    return await turn(world, incoming)
  } catch (error) {
    // A repeat of something that is being shown just now would only double it.
    if (error instanceof Gone || error instanceof AtWork || !helpFor(world, incoming)) throw error
    const what = { error: nameOf(error), at: placeOf(error) }
    world.log(isBug(error) ? 'bug' : 'help-apart', what)
    await sayHelp(world, incoming)
    return undefined
  }
}

/** Returns the input that follows at once, if doing it led to one. */
async function turn(world: World, incoming: Incoming): Promise<Incoming | undefined> {
  const began = world.now().getTime()
  for (let attempt = 1; ; attempt++) {
    const known = await world.store.load(incoming.chat)
    if (!known && (await isOfBefore(world, incoming))) return undefined
    const found = known ?? newTalkFor(incoming)
    if (found.recent.includes(incoming.update)) return repeat(world, found, incoming)
    if (attempt === 1) {
      const first = await endingFirst(world, found, incoming)
      if (first === 'answered') return undefined
      if (first === 'changed') continue
    }
    const kept = await keep(world, decide(world, found, incoming), incoming.chat, attempt)
    if (!kept) continue
    if (!(await isStillWished(world, kept, incoming)))
      return takeBack(world, { found, kept }, incoming)
    await countPoster(world, incoming)
    try {
      const next = await carryOut(world, kept, incoming)
      await finishLeftOvers(world, kept, incoming)
      return next
    } finally {
      log(world, kept, { incoming, began })
    }
  }
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

/** A counter that fails must not hold up a person. */
async function countPoster({ content, store, log }: World, incoming: Incoming) {
  const source = poster(content, incoming)
  if (source) await store.count(`source#${source}`).catch(() => log('count-failed'))
}

function log(
  world: World,
  { state, pending }: Talk,
  { incoming, began }: { incoming: Incoming; began: number },
) {
  const at = { flow: state?.flow ?? '', step: state?.path.at(-1)?.step ?? '' }
  const ms = world.now().getTime() - began
  const verdict = verdictIn(pending[incoming.source])
  world.log('turn', { input: incoming.event.kind, ...at, ...(verdict && { verdict }), ms })
}

/** Which verdict was told, for the counts of a dashboard: a word without the person. */
function verdictIn(entry: Pending | undefined) {
  const keys = entry?.effects.map((effect) => (effect.kind === 'show' ? effect.text.key : ''))
  return keys?.map((key) => /verdict\.([a-z]+)$/.exec(key)?.[1]).find(Boolean)
}
