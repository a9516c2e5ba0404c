import { randomInt } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { type Faults, faultForUpdate } from '../faults.ts'

export type UpdateKind =
  | 'message'
  | 'edited_message'
  | 'callback_query'
  | 'inline_query'
  | 'my_chat_member'

/** Most are kept for 24 hours, what somebody waits for is not (tdlib/telegram-bot-api Client.cpp). */
const LIFETIME_MS = 24 * 3600_000
const SHORTER_LIVES = new Map<UpdateKind, number>([
  ['callback_query', 150_000],
  ['inline_query', 30_000],
])

/** Where an update comes from. Within one queue the next is sent only after the one before was taken. */
export interface Source {
  kind: UpdateKind
  chat: number
  queue: string
}

export interface Update {
  update_id: number
  [kind: string]: unknown
}

export interface Waiting extends Source {
  update: Update
  expires: number
  /** Sent again by a fault: an offset confirms it only after it was handed out. */
  isRepeat: boolean
  isHandedOut: boolean
}

/** Telegram's queues of what the bot has not taken yet. */
export interface Updates {
  clock: Clock
  faults: Faults
  nextId: number
  all: Set<Waiting>
  queues: Map<string, Set<Waiting>>
  /** Kinds the bot asked for; empty: all that the simulator makes. */
  kinds: string[]
  /** Repeats that are due later. */
  scheduled: number
  onArrival: Set<(queue: string) => void>
  onEmpty: Set<() => void>
}

export function newUpdates(clock: Clock, faults: Faults): Updates {
  const updates: Updates = {
    clock,
    faults,
    nextId: randomInt(100_000_000, 900_000_000),
    all: new Set(),
    queues: new Map(),
    kinds: [],
    scheduled: 0,
    onArrival: new Set(),
    onEmpty: new Set(),
  }
  clock.onForward(() => dropExpired(updates))
  return updates
}

export function pushUpdate(updates: Updates, source: Source, body: object): void {
  if (updates.kinds.length > 0 && !updates.kinds.includes(source.kind)) return
  const lifetime = SHORTER_LIVES.get(source.kind) ?? LIFETIME_MS
  const waiting: Waiting = {
    ...source,
    update: { update_id: updates.nextId++, [source.kind]: structuredClone(body) },
    expires: updates.clock.now().getTime() + lifetime,
    isRepeat: false,
    isHandedOut: false,
  }
  add(updates, waiting)
  const fault = faultForUpdate(updates.faults, 'duplicate-update', source)
  if (fault) repeat(updates, { ...waiting, queue: `${source.queue} beside` }, fault.delayMs)
}

/** Up to `limit` updates with this id or a later one, oldest first. */
export function takeUpdates(updates: Updates, offset: number, limit: number): Update[] {
  dropExpired(updates)
  const due = [...updates.all].filter((one) => one.isRepeat || one.update.update_id >= offset)
  const taken = due.toSorted((a, b) => a.update.update_id - b.update.update_id).slice(0, limit)
  for (const one of taken) one.isHandedOut = true
  return taken.map((one) => one.update)
}

export function firstOfQueue(updates: Updates, queue: string): Waiting | undefined {
  const now = updates.clock.now().getTime()
  for (const waiting of updates.queues.get(queue) ?? []) {
    if (waiting.expires > now) return waiting
    drop(updates, waiting)
  }
  return undefined
}

export function confirm(updates: Updates, waiting: Waiting): void {
  if (!updates.all.has(waiting)) return
  const fault = faultForUpdate(updates.faults, 'redeliver', waiting)
  if (fault) repeat(updates, waiting, fault.delayMs)
  drop(updates, waiting)
}

export function confirmBefore(updates: Updates, offset: number): void {
  for (const one of updates.all) {
    if (one.update.update_id < offset && (!one.isRepeat || one.isHandedOut)) confirm(updates, one)
  }
}

/** Forgets all but the last few. */
export function keepLast(updates: Updates, count: number): void {
  const forgotten = [...updates.all].slice(0, Math.max(updates.all.size - count, 0))
  for (const waiting of forgotten) drop(updates, waiting)
}

/** Resolves when nothing waits, is under way or is due to be repeated. */
export async function settled(updates: Updates): Promise<void> {
  dropExpired(updates)
  if (isEmpty(updates)) return
  await new Promise<void>((resolve) => updates.onEmpty.add(resolve))
}

function add(updates: Updates, waiting: Waiting): void {
  updates.all.add(waiting)
  const queue = updates.queues.get(waiting.queue) ?? new Set()
  updates.queues.set(waiting.queue, queue.add(waiting))
  for (const listener of updates.onArrival) listener(waiting.queue)
}

function repeat(updates: Updates, waiting: Waiting, delayMs = 0): void {
  updates.scheduled++
  updates.clock.after(delayMs, () => {
    updates.scheduled--
    add(updates, { ...waiting, isRepeat: true, isHandedOut: false })
  })
}

function drop(updates: Updates, waiting: Waiting): void {
  updates.all.delete(waiting)
  const queue = updates.queues.get(waiting.queue)
  queue?.delete(waiting)
  if (queue?.size === 0) updates.queues.delete(waiting.queue)
  if (!isEmpty(updates)) return
  for (const resolve of updates.onEmpty) resolve()
  updates.onEmpty.clear()
}

function dropExpired(updates: Updates): void {
  const now = updates.clock.now().getTime()
  for (const waiting of updates.all) if (waiting.expires <= now) drop(updates, waiting)
}

function isEmpty(updates: Updates): boolean {
  return updates.all.size === 0 && updates.scheduled === 0
}
