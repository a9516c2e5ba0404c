import { type Api, GrammyError } from 'grammy/web'
import { allowedUpdates } from './parse.ts'

/** Where Telegram shall bring updates, and what it shows so that we know it is Telegram. */
export interface Hook {
  url: string
  secret: string
  /** So many updates at once; Telegram's own default is 40. */
  connections: number
}

export async function setHook(api: Api, { url, secret, connections }: Hook): Promise<void> {
  await api.setWebhook(url, {
    secret_token: secret,
    max_connections: connections,
    allowed_updates: [...allowedUpdates],
  })
}

/** What can be wrong between Telegram and us. `more` is a number or an error, never what a person wrote. */
export type HookFault =
  | { kind: 'token-unknown' }
  | { kind: 'telegram-silent' }
  | { kind: 'no-hook' }
  | { kind: 'other-hook' }
  | { kind: 'waiting'; more: string }
  | { kind: 'failing'; more: string }
  | { kind: 'kinds-missing'; more: string }

/** More updates than this do not wait by chance. */
const waitingAtMost = 100

/** An error that is older was mended since. */
const recentSeconds = 600

/** Asks Telegram how the webhook is; `url` is where it should lead, if that is known. */
export async function hookFaults(api: Api, now: Date, url?: string): Promise<HookFault[]> {
  try {
    const info = await api.getWebhookInfo()
    if (!info.url) return [{ kind: 'no-hook' }]
    const { pending_update_count: waiting, last_error_date: failedAt = 0 } = info
    const missing = allowedUpdates.filter((kind) => !info.allowed_updates?.includes(kind))
    const isFailing = now.getTime() / 1000 - failedAt < recentSeconds
    const faults: (HookFault | false)[] = [
      url !== undefined && info.url !== url && { kind: 'other-hook' },
      waiting > waitingAtMost && { kind: 'waiting', more: String(waiting) },
      isFailing && { kind: 'failing', more: info.last_error_message ?? '' },
      missing.length > 0 && { kind: 'kinds-missing', more: missing.join(', ') },
    ]
    return faults.filter((fault) => fault !== false)
  } catch (error) {
    const isUnknown = error instanceof GrammyError && [401, 404].includes(error.error_code)
    return [{ kind: isUnknown ? 'token-unknown' : 'telegram-silent' }]
  }
}
