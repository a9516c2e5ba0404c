import type { Clock } from './clock.ts'
import type { Faults } from './faults.ts'
import type { Limits } from './limits.ts'
import type { Profile } from './profile.ts'
import type { Offer, Query } from './rooms/offers.ts'
import type { GroupRoom, PrivateRoom } from './rooms/rooms.ts'
import type { Polling } from './updates/polling.ts'
import type { Updates } from './updates/updates.ts'
import type { Webhook } from './updates/webhook.ts'
import type { Files } from './wire/files.ts'
import type { Payload } from './wire/payload.ts'
import type { Shapes } from './wire/shapes.ts'
import type { User } from './wire/telegram.ts'

/** One request of the bot and what became of it. `at` is Unix time in milliseconds. */
export interface Call {
  at: number
  method: string
  payload: Payload
  ok: boolean
  /** 0 when the connection was cut before anything was done. */
  error_code?: number
  description?: string
}

export type SimEvent =
  | { type: 'chat'; person: number }
  /** `group`: where the button is that was answered. */
  | { type: 'alert'; person: number; text: string; alert: boolean; group?: number }
  | { type: 'typing'; person: number }
  | { type: 'people' }
  | { type: 'group'; group: number }
  | { type: 'clock'; now: string }

/** A tap on a button that waits for the bot's answer. */
export interface Press {
  person: number
  /** The chat with the button. */
  chat: number
  at: number
  isAnswered: boolean
}

/** Everything the simulated Telegram knows. */
export interface World {
  token: string
  bot: User
  shapes: Shapes
  clock: Clock
  people: Map<number, PrivateRoom>
  groups: Map<number, GroupRoom>
  presses: Map<string, Press>
  /** Whether BotFather was told that the bot may be called in every chat. */
  isInline: boolean
  queries: Map<string, Query>
  /** Answers that still hold, by what was asked. */
  offers: Map<string, { offer: Offer; until: number }>
  files: Files
  lastMessageId: number
  profile: Profile
  updates: Updates
  webhook: Webhook
  polling: Polling
  faults: Faults
  limits: Limits | undefined
  calls: Call[]
  /** Every request that the shapes refused. */
  problems: string[]
  listeners: Set<(event: SimEvent) => void>
}

export function emit(world: World, event: SimEvent): void {
  for (const listener of world.listeners) listener(event)
}

export function forward(world: World, seconds: number): void {
  world.clock.forward(seconds)
  emit(world, { type: 'clock', now: world.clock.now().toISOString() })
}
