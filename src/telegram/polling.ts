import { setTimeout as sleep } from 'node:timers/promises'
import { type Api, GrammyError } from 'grammy/web'
import { newTries, type Tries } from '../app/calm.ts'
import { allowedUpdates } from './parse.ts'

/** What became of an update: kept, or to be repeated after so many seconds. */
export type Delivered = { kept: true } | { kept: false; seconds: number }

export interface Polling {
  api: Api
  deliver: (update: unknown) => Promise<Delivered>
  log: (event: string, facts?: Record<string, string | number | boolean>) => void
}

/** Telegram holds an empty answer back so long. */
const waitSeconds = 25

/**
 * Telegram answers at once while something is not confirmed, so it is asked again after this time, and after twice as long each
 * time that nothing new has come. A person who writes beside one whose update fails waits no longer than the longest.
 */
const pause = { shortestMs: 100, longestMs: 500 }

/** After this time a press would no longer be sent by a webhook either; it is given up. Messages stay for a day. */
const patienceMs = { press: 150_000, other: 86_400_000 }

type Raw = { update_id: number; [kind: string]: unknown }

/**
 * Long polling with the promises of the webhook: people side by side, one person's kinds in order, a failed update
 * repeated, and Telegram's offset moved only up to the first update that is not kept yet. Throws Telegram's refusal where
 * a webhook takes the updates.
 */
export async function poll(polling: Polling, signal: AbortSignal): Promise<void> {
  const ending = new AbortController()
  const over = AbortSignal.any([signal, ending.signal])
  const work: Work = { open: new Map(), tails: new Map(), kept: new Set() }
  const asking: Asking = {
    tries: newTries('polling', polling.log, Date.now),
    signal,
    stopped: new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve([]), { once: true })
    }),
  }
  let offset = 0
  let pauseMs = pause.shortestMs
  try {
    while (!signal.aborted) {
      const updates = await fetchUpdates(polling, offset, asking)
      const fresh = updates.filter(({ update_id: id }) => !work.open.has(id) && !work.kept.has(id))
      for (const update of fresh) begin(polling, work, { update, signal: over })
      const doing = updates.flatMap(({ update_id: id }) => work.open.get(id) ?? [])
      pauseMs = fresh.length > 0 ? pause.shortestMs : Math.min(pauseMs * 2, pause.longestMs)
      if (doing.length > 0) await Promise.race([Promise.all(doing), pausing(pauseMs, signal)])
      offset = confirmable(updates, offset, work.kept)
      for (const id of work.kept) if (id < offset) work.kept.delete(id)
    }
  } finally {
    ending.abort()
    await Promise.all(work.open.values())
  }
  if (offset > 0) await polling.api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => [])
}

/** Updates on their way, by id; the end of each queue; and those that are kept but not confirmed yet. */
interface Work {
  open: Map<number, Promise<void>>
  tails: Map<string, Promise<void>>
  kept: Set<number>
}

/** Puts an update behind those of its queue. */
function begin(
  polling: Polling,
  work: Work,
  { update, signal }: { update: Raw; signal: AbortSignal },
) {
  const { update_id: id } = update
  const queue = queueOf(update)
  const before = work.tails.get(queue) ?? Promise.resolve()
  const doing = before
    .then(() => deliverUntilKept(polling, update, signal))
    .then((kept) => {
      work.open.delete(id)
      if (kept) work.kept.add(id)
      if (work.tails.get(queue) === doing) work.tails.delete(queue)
    })
  work.tails.set(queue, doing)
  work.open.set(id, doing)
}

/** Everything before the first update that is not kept is confirmed with the next request. */
function confirmable(updates: Raw[], offset: number, kept: Set<number>) {
  const first = updates.findIndex(({ update_id }) => !kept.has(update_id))
  const last = (first < 0 ? updates : updates.slice(0, first)).at(-1)
  return last ? last.update_id + 1 : offset
}

interface Asking {
  tries: Tries
  signal: AbortSignal
  stopped: Promise<[]>
}

async function fetchUpdates(
  { api }: Polling,
  offset: number,
  { tries, signal, stopped }: Asking,
): Promise<Raw[]> {
  const request = { offset, timeout: waitSeconds, limit: 100, allowed_updates: [...allowedUpdates] }
  try {
    // On a stop the open request is left behind; it ends with the process.
    const updates = await Promise.race([api.getUpdates(request), stopped])
    if (!signal.aborted) tries.succeeded()
    return updates.map((update) => ({ ...update }))
  } catch (error) {
    if (signal.aborted) return []
    if (isHeldByWebhook(error)) throw error
    const told = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) : 0
    await pausing(Math.max(tries.failed(describe(error)), told * 1000), signal)
    return []
  }
}

async function pausing(ms: number, signal: AbortSignal) {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}

/** False when the bot was stopped before. What is given up counts as kept: Telegram would drop it too. */
async function deliverUntilKept(polling: Polling, update: Raw, signal: AbortSignal) {
  const patience = 'callback_query' in update ? patienceMs.press : patienceMs.other
  const since = Date.now()
  while (!signal.aborted) {
    const delivered = await polling.deliver(update)
    if (delivered.kept) return true
    if (Date.now() - since > patience) {
      polling.log('update-given-up')
      return true
    }
    await pausing(delivered.seconds * 1000, signal)
  }
  return false
}

/** Telegram's own queues: messages by chat, presses by person, memberships by chat. */
function queueOf(update: Raw): string {
  const kind = Object.keys(update).find((key) => key !== 'update_id') ?? ''
  const inner = update[kind]
  return `${kind}#${idIn(inner, kind === 'callback_query' ? 'from' : 'chat')}`
}

function idIn(inner: unknown, name: string): unknown {
  if (typeof inner !== 'object' || inner === null || !(name in inner)) return ''
  const holder = Reflect.get(inner, name)
  return typeof holder === 'object' && holder !== null && 'id' in holder ? holder.id : ''
}

/** Whoever has set a webhook gets the updates, so asking on leads to nothing. */
export function isHeldByWebhook(error: unknown): boolean {
  return isConflict(error, /webhook is active/)
}

function isConflict(error: unknown, said: RegExp) {
  return error instanceof GrammyError && error.error_code === 409 && said.test(error.description)
}

/** Names the trouble; Telegram's own words could hold what a person wrote. */
function describe(error: unknown) {
  if (isConflict(error, /other getUpdates/))
    return 'another process asks with this token; stop one of the two'
  if (error instanceof GrammyError) return String(error.error_code)
  return error instanceof Error ? error.name : 'unknown'
}
