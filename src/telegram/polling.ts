import { setTimeout as sleep } from 'node:timers/promises'
import { type Api, GrammyError } from 'grammy/web'
import { newTries, type Tries } from '../app/calm.ts'
import { doneWith, type Lines, mayPass, newLines, type Raw, type Taker, take } from './lines.ts'
import { allowedUpdates } from './parse.ts'

export interface Polling extends Taker {
  api: Api
}

/** Telegram holds an empty answer back so long, and hands out so many at most. */
const asked = { timeout: 25, limit: 100 }

/**
 * Telegram answers at once while something is not confirmed, so it is asked again after this time, and after twice as long each
 * time that nothing new has come. A person who writes beside one whose update fails waits no longer than the longest.
 */
const pause = { shortestMs: 100, longestMs: 500 }

/**
 * Long polling with the promises of the webhook: people side by side, one person's kinds in order, a failed update
 * repeated, and Telegram's offset moved only up to the first update that is not kept yet. Where few people's updates fill all
 * that Telegram hands out, it moves past theirs, so that nobody waits for them. Throws Telegram's refusal where a webhook
 * takes the updates.
 */
export async function poll(polling: Polling, signal: AbortSignal): Promise<void> {
  const ending = new AbortController()
  const lines = newLines(polling, AbortSignal.any([signal, ending.signal]))
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
      const hasNew = takeNew(lines, updates)
      if (confirmable(lines, updates) < updates.length) {
        pauseMs = hasNew ? pause.shortestMs : Math.min(pauseMs * 2, pause.longestMs)
        const ids = updates.map(({ update_id }) => update_id)
        await Promise.race([doneWith(lines, ids), pausing(pauseMs, signal)])
      }
      offset = confirm(lines, updates) ?? offset
    }
  } finally {
    ending.abort()
    await doneWith(lines, lines.open.keys())
  }
  if (offset > 0) await polling.api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => [])
}

/** Whether there is something that was not taken before. */
function takeNew(lines: Lines, updates: Raw[]) {
  const { open, kept } = lines
  const fresh = updates.filter(({ update_id: id }) => !open.has(id) && !kept.has(id))
  for (const update of fresh) take(lines, update)
  return fresh.length > 0
}

/** How many may be confirmed: up to the first that is not kept, or all. */
function confirmable(lines: Lines, updates: Raw[]) {
  const first = updates.findIndex(({ update_id: id }) => !lines.kept.has(id))
  if (first < 0) return updates.length
  return updates.length >= asked.limit && mayPass(lines, updates) ? updates.length : first
}

/** The offset that confirms them with the next request, if there are any. */
function confirm(lines: Lines, updates: Raw[]) {
  const confirmed = updates.slice(0, confirmable(lines, updates))
  for (const { update_id: id } of confirmed) {
    lines.kept.delete(id)
    const open = lines.open.get(id)
    if (open) open.isPassed = true
  }
  const last = confirmed.at(-1)
  return last && last.update_id + 1
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
  const request = { ...asked, offset, allowed_updates: [...allowedUpdates] }
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
