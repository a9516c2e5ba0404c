import type { Clock } from './clock.ts'

/**
 * Telegram does not publish its limits; these are the ones of its Bots FAQ: about one message a second
 * in a chat with short bursts, 20 a minute in a group (edits and new topics count), 30 a second in all.
 */
const PRIVATE_BURST = 20
const GROUP_PER_MINUTE = 20
const ALL_PER_SECOND = 30

/** A bucket fills with time; each message takes one. */
interface Bucket {
  size: number
  perSecond: number
  left: number
  at: number
}

export interface Limits {
  clock: Clock
  all: Bucket
  chats: Map<number, Bucket>
  /** When messages went into a group, within the last minute. */
  groups: Map<number, number[]>
}

export function newLimits(clock: Clock): Limits {
  return {
    clock,
    all: { size: ALL_PER_SECOND, perSecond: ALL_PER_SECOND, left: ALL_PER_SECOND, at: 0 },
    chats: new Map(),
    groups: new Map(),
  }
}

/** Takes room for one call; else says how many seconds to wait. */
export function secondsToWait(limits: Limits, method: string, chat: number): number | undefined {
  const isMessage = /^(send(?!ChatAction)|copy|forward)/.test(method)
  const countsInGroup = isMessage || /^(editMessage|createForumTopic)/.test(method)
  if (chat < 0 ? !countsInGroup : !isMessage) return undefined
  const now = limits.clock.now().getTime() / 1000
  const wait = Math.max(
    isMessage ? waitFor(limits.all, now) : 0,
    chat < 0 ? waitForGroup(limits, chat, now) : waitFor(bucketOf(limits, chat), now),
  )
  if (wait > 0) return Math.ceil(wait)
  if (isMessage) limits.all.left--
  if (chat < 0) limits.groups.get(chat)?.push(now)
  else bucketOf(limits, chat).left--
  return undefined
}

function bucketOf(limits: Limits, chat: number): Bucket {
  const bucket = limits.chats.get(chat) ?? {
    size: PRIVATE_BURST,
    perSecond: 1,
    left: PRIVATE_BURST,
    at: 0,
  }
  limits.chats.set(chat, bucket)
  return bucket
}

function waitFor(bucket: Bucket, now: number): number {
  bucket.left = Math.min(bucket.size, bucket.left + (now - bucket.at) * bucket.perSecond)
  bucket.at = now
  return bucket.left >= 1 ? 0 : (1 - bucket.left) / bucket.perSecond
}

function waitForGroup(limits: Limits, chat: number, now: number): number {
  const recent = (limits.groups.get(chat) ?? []).filter((at) => at > now - 60)
  limits.groups.set(chat, recent)
  const [oldest] = recent
  return oldest !== undefined && recent.length >= GROUP_PER_MINUTE ? oldest + 60 - now : 0
}
