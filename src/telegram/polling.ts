import { setTimeout as sleep } from 'node:timers/promises'
import { type Api, GrammyError } from 'grammy/web'
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

/** While only updates that are at work come back, Telegram is asked again after this time. */
const idlePauseMs = 100

/** After this time a press would no longer be sent by a webhook either; it is given up. Messages stay for a day. */
const patienceMs = { press: 150_000, other: 86_400_000 }

interface Stop {
  signal: AbortSignal
  stopped: Promise<[]>
}

type Raw = { update_id: number; [kind: string]: unknown }

/**
 * Long polling with the promises of the webhook: people side by side, one person's kinds in order, a failed update
 * repeated, and Telegram's offset moved only up to the first update that is not kept yet.
 */
export async function poll(polling: Polling, signal: AbortSignal): Promise<void> {
  const work: Work = { open: new Map(), tails: new Map(), kept: new Set() }
  const stopped = new Promise<[]>((resolve) => {
    signal.addEventListener('abort', () => resolve([]), { once: true })
  })
  let offset = 0
  while (!signal.aborted) {
    const updates = await fetchUpdates(polling, offset, { signal, stopped })
    const fresh = updates.filter(({ update_id: id }) => !work.open.has(id) && !work.kept.has(id))
    for (const update of fresh) begin(polling, work, { update, signal })
    if (work.open.size > 0) {
      const pause = fresh.length > 0 ? 50 : idlePauseMs
      await Promise.race([...work.open.values(), sleep(pause), stopped])
    }
    offset = confirmable(updates, offset, work.kept)
    for (const id of work.kept) if (id < offset) work.kept.delete(id)
  }
  await Promise.all(work.open.values())
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

async function fetchUpdates({ api, log }: Polling, offset: number, stop: Stop): Promise<Raw[]> {
  const { signal, stopped } = stop
  const request = { offset, timeout: waitSeconds, limit: 100, allowed_updates: [...allowedUpdates] }
  try {
    // On a stop the open request is left behind; it ends with the process.
    const updates = await Promise.race([api.getUpdates(request), stopped])
    return updates.map((update) => ({ ...update }))
  } catch (error) {
    if (signal.aborted) return []
    log('polling-failed', { error: describe(error) })
    await Promise.race([sleep(waitAfter(error)), stopped])
    return []
  }
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
    await sleep(delivered.seconds * 1000, undefined, { signal }).catch(() => undefined)
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

function waitAfter(error: unknown) {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined
  return (seconds ?? 3) * 1000
}

/** Names the trouble; Telegram's own words could hold what a person wrote. */
function describe(error: unknown) {
  if (error instanceof GrammyError) return String(error.error_code)
  return error instanceof Error ? error.name : 'unknown'
}
