import * as z from 'zod'
import type { Somebody } from '../app/ports/arrival.ts'
import { known } from './known.ts'

export type User = z.infer<typeof User>
export const User = z.object({
  id: z.int(),
  is_bot: known(z.boolean()),
  first_name: known(z.string()),
  last_name: known(z.string()),
  username: known(z.string()),
  language_code: known(z.string()),
})

/** Nobody where a bot did it; Telegram also writes with a bot's name for administrators who stay hidden. */
export function somebodyOf(user: User): Somebody | undefined {
  const { id, is_bot: isBot, first_name: name = '' } = user
  return isBot ? undefined : { id, name, ...spoken(user) }
}

/** `pl-PL` → `pl`: used only until the person chooses a language. */
export function spoken({ language_code }: User): { language?: string } {
  const language = language_code?.split('-')[0]?.toLowerCase()
  return language ? { language } : {}
}
