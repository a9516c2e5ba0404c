import type { User } from './wire/telegram.ts'

export interface BotCommand {
  command: string
  description: string
}

/** What people see of the bot, per language; '' is every other language. */
export interface Profile {
  names: Map<string, string>
  descriptions: Map<string, string>
  shortDescriptions: Map<string, string>
  /** By scope and language. */
  commands: Map<string, BotCommand[]>
}

export function newProfile(): Profile {
  return {
    names: new Map(),
    descriptions: new Map(),
    shortDescriptions: new Map(),
    commands: new Map(),
  }
}

/** The bot itself; its id is the number before the colon of its token. */
export function botOf(token: string): User {
  const id = Number(/^\d+/.exec(token)?.[0] ?? 1)
  return { id, is_bot: true, first_name: 'Simulator Bot', username: 'simulator_bot' }
}
