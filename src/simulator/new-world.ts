import { newClock } from './clock.ts'
import type { Faults } from './faults.ts'
import { newLimits } from './limits.ts'
import { call } from './methods/api.ts'
import { botOf, newProfile } from './profile.ts'
import { newPolling } from './updates/polling.ts'
import { newUpdates } from './updates/updates.ts'
import { newWebhook } from './updates/webhook.ts'
import { newFiles } from './wire/files.ts'
import { loadShapes } from './wire/shapes.ts'
import type { World } from './world.ts'

interface Wishes {
  token: string
  now: () => Date
  limits: boolean
  inline: boolean
  retryScale: number
}

/** An empty world: a bot, nobody to talk to it. */
export function newWorld({ token, now, limits, inline, retryScale }: Wishes): World {
  const clock = newClock(now)
  const faults: Faults = { waiting: [] }
  const updates = newUpdates(clock, faults)
  const world: World = {
    token,
    bot: botOf(token),
    shapes: loadShapes(),
    clock,
    people: new Map(),
    groups: new Map(),
    presses: new Map(),
    isInline: inline,
    queries: new Map(),
    offers: new Map(),
    files: newFiles(),
    lastMessageId: 0,
    profile: newProfile(),
    updates,
    webhook: newWebhook(updates, clock, retryScale),
    polling: newPolling(updates),
    faults,
    limits: limits ? newLimits(clock) : undefined,
    calls: [],
    problems: [],
    listeners: new Set(),
  }
  world.webhook.onReply = (method, payload) => {
    void call(world, { method, payload, signal: new AbortController().signal })
  }
  return world
}
