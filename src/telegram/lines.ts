import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../app/ports/world.ts'
import { type Hands, newHands } from './hands.ts'
import { newPassing, type Pass } from './passing.ts'

/** An update as Telegram hands it out. */
export type Raw = { update_id: number; [kind: string]: unknown }

/** What became of an update: kept, or to be repeated after so many seconds. */
export type Delivered = { kept: true } | { kept: false; seconds: number }

/**
 * Among much that waits of one person help goes first. What is usual is refused when it is too much. What is passing waits for
 * nothing and holds nothing up.
 */
export type Rank = 'help' | 'deed' | 'usual' | 'passing'

/** Whoever does what the updates ask for. */
export interface Taker {
  deliver: (update: unknown) => Promise<Delivered>
  rankOf: (update: unknown) => Rank
  /** Tells a person that these, which came with too many others, are not read. */
  refuse: (updates: unknown[]) => Promise<Delivered>
  log: Log
}

/** Updates that were taken from Telegram, one line for each of its queues. */
export interface Lines {
  taker: Taker
  signal: AbortSignal
  hands: Hands
  pass: Pass<Raw>
  byQueue: Map<string, Line>
  /** Not kept yet, by id. */
  open: Map<number, Open>
  /** Kept, and not confirmed yet. */
  kept: Set<number>
}

interface Line {
  waiting: Entry[]
  /** The first has failed at least once. */
  isPutOff: boolean
}

interface Entry {
  rank: Rank | 'refused'
  updates: Raw[]
}

interface Open {
  line: Line
  done: PromiseWithResolvers<void>
  /** Telegram no longer holds it. */
  isPassed: boolean
}

/** Turns at work at once. More would only slow each other down until what they ask for comes too late. */
const turnsAtOnce = 16

/** What waits of one rank in one line; an app forwards so many messages at once. */
const waitAtMost = 100

/** Of what was refused so many are told to whoever refuses; more could not be noted either. */
const refusedAtMost = 300

/** So many that wait in one line are a flood, and hold others up. */
const floodFrom = 10

/** When more lines than these hold others up, the trouble is ours, and everything stays with Telegram. */
const holdingAtMost = 10

/** All that may be held at once. */
const openAtMost = 1000

/** After this time a press would no longer be sent by a webhook either; it is given up. Messages stay for a day. */
const patienceMs = { press: 150_000, other: 86_400_000 }

export function newLines(taker: Taker, signal: AbortSignal): Lines {
  return {
    taker,
    signal,
    hands: newHands(turnsAtOnce),
    pass: newPassing(taker.deliver, signal),
    byQueue: new Map(),
    open: new Map(),
    kept: new Set(),
  }
}

/** Puts an update behind those of its queue. */
export function take(lines: Lines, update: Raw): void {
  const { taker, pass, byQueue, open, kept } = lines
  const queue = queueOf(update)
  const rank = taker.rankOf(update)
  if (rank === 'passing') {
    // Whatever becomes of it, Telegram need not bring it again.
    kept.add(update.update_id)
    pass(queue, update)
    return
  }
  const line = byQueue.get(queue) ?? { waiting: [], isPutOff: false }
  if (isFull(line, rank)) {
    refuse(line, update)
    kept.add(update.update_id)
    return
  }
  open.set(update.update_id, { line, done: Promise.withResolvers(), isPassed: false })
  line.waiting.splice(placeOf(line, rank), 0, { rank, updates: [update] })
  if (byQueue.has(queue)) return
  byQueue.set(queue, line)
  void serve(lines, queue, line)
}

/**
 * Whether these may be confirmed though some are not kept: a few people hold all others up, because so much of theirs waits or
 * because it fails. What is at work for anybody else is waited for.
 */
export function mayPass({ open, signal }: Lines, updates: Raw[]): boolean {
  if (signal.aborted || open.size >= openAtMost) return false
  const holding = new Set(updates.flatMap(({ update_id }) => open.get(update_id)?.line ?? []))
  const holdsUp = ({ waiting, isPutOff }: Line) => isPutOff || waiting.length >= floodFrom
  return holding.size <= holdingAtMost && [...holding].every(holdsUp)
}

/** Resolves when all of these are done. */
export async function doneWith({ open }: Lines, ids: Iterable<number>): Promise<void> {
  await Promise.all([...ids].map((id) => open.get(id)?.done.promise))
}

/** Once usual ones were refused, none are taken until the line has come to its end. */
function isFull({ waiting }: Line, rank: Rank) {
  const isRefusing = rank === 'usual' && waiting.some((entry) => entry.rank === 'refused')
  return isRefusing || waiting.filter((entry) => entry.rank === rank).length >= waitAtMost
}

function refuse({ waiting }: Line, update: Raw) {
  const last = waiting.find(({ rank }) => rank === 'refused')
  if (last) last.updates = [...last.updates, update].slice(-refusedAtMost)
  else waiting.push({ rank: 'refused', updates: [update] })
}

/** In a flood help comes before what is usual, and never before an end that was asked for earlier, such as hiding. */
function placeOf({ waiting }: Line, rank: Rank) {
  if (rank !== 'help' || waiting.length < floodFrom) return waiting.length
  return waiting.findLastIndex((entry) => entry.rank === 'help' || entry.rank === 'deed') + 1
}

async function serve(lines: Lines, queue: string, line: Line) {
  const { open, kept, byQueue } = lines
  for (let entry = line.waiting.shift(); entry; entry = line.waiting.shift()) {
    const isKept = await untilKept(lines, line, entry)
    line.isPutOff = false
    for (const { update_id: id } of entry.updates) {
      const update = open.get(id)
      open.delete(id)
      if (update && isKept && !update.isPassed) kept.add(id)
      update?.done.resolve()
    }
  }
  // In the same step that found nothing waiting, or what comes in between would never be served.
  byQueue.delete(queue)
}

/** False when the bot was stopped before. What is given up counts as kept: Telegram would drop it too. */
async function untilKept(lines: Lines, line: Line, entry: Entry): Promise<boolean> {
  const { taker, signal } = lines
  const isPress = entry.updates.some((update) => 'callback_query' in update)
  const since = Date.now()
  for (;;) {
    const isLast = signal.aborted
    const delivered = await tried(lines, entry)
    if (delivered?.kept) return true
    if (isLast) return false
    if (Date.now() - since > patienceMs[isPress ? 'press' : 'other']) {
      taker.log('update-given-up')
      return true
    }
    line.isPutOff = true
    await sleep((delivered?.seconds ?? 0) * 1000, undefined, { signal }).catch(() => undefined)
  }
}

/** After a stop only what Telegram no longer holds is tried, once. Help waits for no hand. */
async function tried(lines: Lines, { rank, updates }: Entry): Promise<Delivered | undefined> {
  const { taker, signal, hands, open } = lines
  const [update] = updates
  if (!update) return undefined
  if (rank !== 'help') await hands.take()
  try {
    if (signal.aborted && open.get(update.update_id)?.isPassed === false) return undefined
    return await (rank === 'refused' ? taker.refuse(updates) : taker.deliver(update))
  } finally {
    if (rank !== 'help') hands.give()
  }
}

/** Telegram's own queues: messages with their edits and memberships by chat, presses and what is typed elsewhere by person. */
function queueOf(update: Raw): string {
  const kind = Object.keys(update).find((key) => key !== 'update_id') ?? ''
  const inner = update[kind]
  const queue = kind === 'edited_message' ? 'message' : kind
  return `${queue}#${idIn(inner, ofPersons.includes(kind) ? 'from' : 'chat')}`
}

const ofPersons = ['callback_query', 'inline_query']

function idIn(inner: unknown, name: string): unknown {
  if (typeof inner !== 'object' || inner === null || !(name in inner)) return ''
  const holder = Reflect.get(inner, name)
  return typeof holder === 'object' && holder !== null && 'id' in holder ? holder.id : ''
}
