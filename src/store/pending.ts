import * as z from 'zod'
import { isSource } from '../app/ports/source.ts'
import type { Pending, Talk } from '../app/ports/talk.ts'
import { pack, type StoredEffect, unpack } from './effects.ts'
import { pack as packBytes, unpack as unpackBytes } from './packed.ts'

/** An entry as it is stored. Each effect is read alone: one of a newer release must not take the others along. */
const Stored = z.object({
  update: z.number(),
  at: z.number(),
  message: z.number(),
  sentAt: z.number(),
  editedAt: z.number().exactOptional(),
  failed: z.number().exactOptional(),
  effects: z.array(z.unknown()),
  left: z.array(z.unknown()).exactOptional(),
})

const BySource = z.record(z.string(), z.unknown())

/** What takes more bytes as JSON is packed, so that a talk fits into one write unit; below, it would cost time for nothing. */
const plainAtMost = 300

export type StoredPending = Omit<Pending, 'effects' | 'left'> & {
  effects: StoredEffect[]
  left?: StoredPending[]
}

/** By source, or packed where that is much. */
export type Packed = { pending: Record<string, StoredPending> } | { packed: Uint8Array }

export function packPending(pending: Talk['pending']): Packed {
  const entries = Object.entries(pending).map(([source, entry]) => [source, packEntry(entry)])
  const stored = Object.fromEntries(entries)
  const isMuch = Buffer.byteLength(JSON.stringify(stored)) > plainAtMost
  return isMuch ? { packed: packBytes(stored) } : { pending: stored }
}

function packEntry({ effects, left, ...entry }: Pending): StoredPending {
  return {
    ...entry,
    effects: effects.map((deed) => pack(deed)),
    ...(left && { left: left.map(packEntry) }),
  }
}

/** What cannot be read is passed over: a source, an entry or an effect that only a newer release knows. */
export function unpackPending(stored: Record<string, unknown>): Talk['pending'] {
  const known = Object.entries(stored).flatMap(([source, entry]) =>
    isSource(source) ? unpackEntry(entry).map((one) => [source, one]) : [],
  )
  return Object.fromEntries(known)
}

function unpackEntry(stored: unknown): Pending[] {
  const read = Stored.safeParse(stored)
  if (!read.success) return []
  const { effects, left, ...entry } = read.data
  return [
    {
      ...entry,
      effects: effects.flatMap((stored) => unpack(stored) ?? []),
      ...(left && { left: left.flatMap(unpackEntry) }),
    },
  ]
}

/** The same, where it lies packed. */
export function unpackPacked(packed: Uint8Array): Talk['pending'] {
  return unpackPending(BySource.safeParse(unpackBytes(packed)).data ?? {})
}
