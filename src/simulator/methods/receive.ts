import * as z from 'zod'
import { endPoll, poll } from '../updates/polling.ts'
import { keepLast } from '../updates/updates.ts'
import { setHook } from '../updates/webhook.ts'
import { badRequest, Refusal } from '../wire/refusal.ts'
import type { World } from '../world.ts'
import { method } from './method.ts'

const DEFAULT_CONNECTIONS = 40
const LONGEST_POLL_SECONDS = 50

export const getUpdates = method(
  z.object({
    offset: z.int().default(0),
    limit: z.int().default(100),
    timeout: z.int().default(0),
    allowed_updates: z.array(z.string()).optional(),
  }),
  (world, { offset, limit, timeout, allowed_updates }, signal) => {
    if (world.webhook.hook) {
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      )
    }
    if (allowed_updates) world.updates.kinds = allowed_updates
    return poll(world.polling, {
      offset,
      limit: Math.min(Math.max(limit, 1), 100),
      timeoutSeconds: Math.min(Math.max(timeout, 0), LONGEST_POLL_SECONDS),
      signal,
    })
  },
)

export const setWebhook = method(
  z.object({
    url: z.string(),
    max_connections: z.int().default(DEFAULT_CONNECTIONS),
    allowed_updates: z.array(z.string()).optional(),
    drop_pending_updates: z.boolean().default(false),
    secret_token: z.string().optional(),
  }),
  (world, fields) => {
    const { url, secret_token: secret, max_connections: connections } = fields
    if (url === '') return removeHook(world, fields.drop_pending_updates)
    if (!isWebAddress(url)) throw badRequest('bad webhook: invalid URL specified')
    if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret)) {
      throw badRequest('secret token contains unallowed characters')
    }
    if (connections < 1 || connections > 100) {
      throw badRequest('max_connections must be between 1 and 100')
    }
    endPoll(world.polling, 'terminated by setWebhook request')
    if (fields.allowed_updates) world.updates.kinds = fields.allowed_updates
    if (fields.drop_pending_updates) keepLast(world.updates, 0)
    setHook(world.webhook, { url, connections, ...(secret && { secret }) })
    return true
  },
)

export const deleteWebhook = method(
  z.object({ drop_pending_updates: z.boolean().default(false) }),
  (world, { drop_pending_updates }) => removeHook(world, drop_pending_updates),
)

export const getWebhookInfo = method(z.object({}), ({ webhook, updates }) => ({
  url: webhook.hook?.url ?? '',
  has_custom_certificate: false,
  pending_update_count: updates.all.size,
  ...(webhook.hook && { max_connections: webhook.hook.connections }),
  ...(webhook.lastError && {
    last_error_date: webhook.lastError.date,
    last_error_message: webhook.lastError.message,
  }),
  ...(updates.kinds.length > 0 && { allowed_updates: updates.kinds }),
}))

function removeHook(world: World, isDropping: boolean): true {
  if (isDropping) keepLast(world.updates, 0)
  setHook(world.webhook, undefined)
  return true
}

/** Telegram wants HTTPS; here plain HTTP will do, for a bot on the same machine. */
function isWebAddress(url: string): boolean {
  return /^https?:$/.test(URL.parse(url)?.protocol ?? '')
}
