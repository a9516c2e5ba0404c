import type { BotCommand, LanguageCode } from 'grammy/types'
import type { Api } from 'grammy/web'
import type { Words } from '../content/words.ts'
import { type Content, offered } from '../core/engine/flow.ts'

/** Telegram's own limits; setting too long a text would fail on the day of a deployment. */
export const longest = { name: 64, description: 512, shortDescription: 120, command: 256 }

/** How the bot presents itself in one language: its name, what stands before the first tap, its list of commands. */
export interface Profile {
  name: string
  description: string
  shortDescription: string
  commands: BotCommand[]
}

/** Commands are for people in a private chat; a group gets none. */
const scope = { type: 'all_private_chats' } as const

export function profileIn(language: string, content: Content, words: Words): Profile {
  const say = (key: string) => words.plain({ key }, { language, ambient: {} })
  const commands = Object.values(content.flows).flatMap(offered)
  return {
    name: say('bot:name'),
    description: say('bot:description'),
    shortDescription: say('bot:short-description'),
    commands: commands.map((command) => ({ command, description: say(`bot:command.${command}`) })),
  }
}

/** What Telegram shows now. Without a language: what everybody else sees. */
export async function profileShown(api: Api, language?: string): Promise<Profile> {
  const of = inLanguage(language)
  const [{ name }, { description }, short, commands] = await Promise.all([
    api.getMyName(of),
    api.getMyDescription(of),
    api.getMyShortDescription(of),
    api.getMyCommands({ ...of, scope }),
  ])
  return { name, description, shortDescription: short.short_description, commands }
}

/** Sets what is not so yet: Telegram lets a bot change its name only a few times a day. Returns what was changed. */
export async function present(
  api: Api,
  wanted: Profile,
  language?: string,
): Promise<(keyof Profile)[]> {
  const shown = await profileShown(api, language)
  const changed = differences(shown, wanted)
  const of = inLanguage(language)
  const set: Record<keyof Profile, () => Promise<unknown>> = {
    name: () => api.setMyName(wanted.name, of),
    description: () => api.setMyDescription(wanted.description, of),
    shortDescription: () => api.setMyShortDescription(wanted.shortDescription, of),
    commands: () => api.setMyCommands(wanted.commands, { ...of, scope }),
  }
  for (const part of changed) await set[part]()
  return changed
}

export function differences(shown: Profile, wanted: Profile): (keyof Profile)[] {
  const parts = ['name', 'description', 'shortDescription', 'commands'] as const
  return parts.filter((part) => JSON.stringify(shown[part]) !== JSON.stringify(wanted[part]))
}

function inLanguage(language?: string) {
  return language !== undefined && isCode(language) ? { language_code: language } : {}
}

/** Two letters, as the folders of the locales; Telegram itself refuses a code that it does not know. */
function isCode(language: string): language is LanguageCode {
  return /^[a-z]{2}$/.test(language)
}
