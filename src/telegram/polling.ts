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
  const open = new Map<number, Promise<void>>()
  const tails = new Map<string, Promise<void>>()
  const done = new Set<number>()
  const stopped = new Promise<[]>((resolve) => {
    signal.addEventListener('abort', () => resolve([]), { once: true })
  })
  let offset = 0
  while (!signal.aborted) {
    const updates = await fetchUpdates(polling, offset, { signal, stopped })
    for (const update of updates) {
      const { update_id: id } = update
      if (open.has(id) || done.has(id)) continue
      const queue = queueOf(update)
      const before = tails.get(queue) ?? Promise.resolve()
      const work = before.then(() => deliverUntilKept(polling, update, signal))
      tails.set(queue, work)
      open.set(id, work)
      void work.then(() => {
        open.delete(id)
        if (!signal.aborted) done.add(id)
        if (tails.get(queue) === work) tails.delete(queue)
      })
    }
    if (updates.length > 0) await Promise.race([...open.values(), sleep(50)])
    offset = confirmable(updates, offset, open)
    for (const id of done) if (id < offset) done.delete(id)
  }
  await Promise.all(open.values())
  if (offset > 0) await polling.api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => [])
}

/** Everything before the first update still at work is confirmed with the next request. */
function confirmable(updates: Raw[], offset: number, open: Map<number, unknown>) {
  const first = updates.findIndex(({ update_id }) => open.has(update_id))
  const kept = first < 0 ? updates : updates.slice(0, first)
  const last = kept.at(-1)
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

async function deliverUntilKept(polling: Polling, update: Raw, signal: AbortSignal): Promise<void> {
  const patience = 'callback_query' in update ? patienceMs.press : patienceMs.other
  const since = Date.now()
  while (!signal.aborted) {
    const delivered = await polling.deliver(update)
    if (delivered.kept) return
    if (Date.now() - since > patience) return polling.log('update-given-up')
    await sleep(delivered.seconds * 1000, undefined, { signal }).catch(() => undefined)
  }
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

/** Names the trouble; the message itself could hold the token. */
function describe(error: unknown) {
  if (error instanceof GrammyError) return `${error.error_code} ${error.description}`
  return error instanceof Error ? error.name : 'unknown'
}
