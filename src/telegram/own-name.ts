import type { Api } from 'grammy/web'
import { call } from './call.ts'

/** How the bot is called in links and commands. Asked once for a process, anew after a failure. Throws Busy. */
export function askOwnName(api: Api): () => Promise<string | undefined> {
  let asked: Promise<string | undefined> | undefined
  return () => {
    asked ??= call(api.getMe()).then(
      ({ username }) => username,
      (error) => {
        asked = undefined
        throw error
      },
    )
    return asked
  }
}
