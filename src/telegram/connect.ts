import { Api, type Transformer } from 'grammy/web'
import { patiently } from '../app/patience.ts'

/** The way to Telegram as one bot. A call is given up after so many seconds. */
export function connect({ token, root }: { token: string; root: string }, seconds: number): Api {
  const api = new Api(token, { apiRoot: root })
  api.config.use((ask, method, payload) =>
    patiently(seconds * 1000, (over) => ask(method, payload, isSignal(over) ? over : undefined)),
  )
  return api
}

/** grammY's types name the signal of an older package; its code takes the platform's own. */
function isSignal(signal: unknown): signal is NonNullable<Parameters<Transformer>[3]> {
  return signal instanceof AbortSignal
}
