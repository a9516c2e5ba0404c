import type { Config } from './config.ts'

/** What each function reads in the Parameter Store, by the names of the environment; its right ends there. */
const shared: (keyof Config)[] = ['BOT_TOKEN', 'ID_KEY', 'TELEGRAM_API_ROOT']

export const webhookSecrets: (keyof Config)[] = [...shared, 'DESK_KEY', 'WEBHOOK_SECRET']

/** Registers are asked by jobs alone, which the worker does. */
export function workerSecrets(registerIds: string[]): string[] {
  return [...shared, ...registerIds.flatMap((id) => [`REGISTER_${id}_KEY`, `REGISTER_${id}_URL`])]
}
