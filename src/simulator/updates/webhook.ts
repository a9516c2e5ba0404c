import * as z from 'zod'
import type { Clock } from '../clock.ts'
import type { Payload } from '../wire/payload.ts'
import { type Posted, post } from './post.ts'
import { confirm, firstOfQueue, type Update, type Updates, type Waiting } from './updates.ts'

/** The sender's rules are those of tdlib/telegram-bot-api WebhookActor.cpp. */
const ANSWER_TIMEOUT_MS = 60_000
const LONGEST_PAUSE_SECONDS = 60
const LONGEST_RETRY_AFTER_SECONDS = 3600

export interface Hook {
  url: string
  secret?: string
  connections: number
}

export interface Webhook {
  updates: Updates
  clock: Clock
  /** Pauses between repeats are multiplied by this, so that tests are quick. */
  retryScale: number
  hook?: Hook
  /** Ends what is under way when the hook changes. */
  ended: AbortController
  /** Queues with something to send that nobody works on. */
  ready: Set<string>
  busy: Set<string>
  failures: Map<string, number>
  connections: number
  lastError?: { date: number; message: string }
  /** A bot may put a call into its answer. */
  onReply: (method: string, payload: Payload) => void
}

type Answer = { isTaken: boolean; message: string; retryAfter?: number; body: string }

export function newWebhook(updates: Updates, clock: Clock, retryScale: number): Webhook {
  const webhook: Webhook = {
    updates,
    clock,
    retryScale,
    ended: new AbortController(),
    ready: new Set(),
    busy: new Set(),
    failures: new Map(),
    connections: 0,
    onReply: () => {},
  }
  updates.onArrival.add((queue) => {
    if (!webhook.busy.has(queue)) webhook.ready.add(queue)
    sendReady(webhook)
  })
  return webhook
}

export function setHook(webhook: Webhook, hook: Hook | undefined): void {
  webhook.ended.abort()
  webhook.ended = new AbortController()
  webhook.busy.clear()
  webhook.failures.clear()
  webhook.connections = 0
  webhook.ready = new Set(webhook.updates.queues.keys())
  delete webhook.lastError
  delete webhook.hook
  if (hook) webhook.hook = hook
  sendReady(webhook)
}

/** Different queues side by side, as many as the bot allows; within a queue one after the other. */
function sendReady(webhook: Webhook): void {
  const { hook } = webhook
  for (const queue of webhook.ready) {
    if (!hook || webhook.connections >= hook.connections) return
    webhook.ready.delete(queue)
    void sendFirst(webhook, hook, queue)
  }
}

async function sendFirst(webhook: Webhook, hook: Hook, queue: string): Promise<void> {
  const { signal } = webhook.ended
  const waiting = firstOfQueue(webhook.updates, queue)
  if (!waiting) return
  webhook.busy.add(queue)
  webhook.connections++
  const answer = await send(hook, waiting.update, signal)
  if (signal.aborted) return
  webhook.connections--
  if (answer.isTaken) taken(webhook, waiting, answer)
  else refused(webhook, queue, answer)
  sendReady(webhook)
}

function taken(webhook: Webhook, waiting: Waiting, { body }: Answer): void {
  webhook.failures.delete(waiting.queue)
  confirm(webhook.updates, waiting)
  release(webhook, waiting.queue)
  const call = callIn(body)
  if (call) webhook.onReply(call.method, call.payload)
}

/** The first repeat comes at once, the next after 2, 4, 8 … seconds, or when the bot says. */
function refused(webhook: Webhook, queue: string, { message, retryAfter }: Answer): void {
  webhook.lastError = { date: webhook.clock.unix(), message }
  const failures = (webhook.failures.get(queue) ?? 0) + 1
  webhook.failures.set(queue, failures)
  const pause = failures === 1 ? 0 : Math.min(2 ** (failures - 1), LONGEST_PAUSE_SECONDS)
  const seconds = Math.min(retryAfter ?? pause, LONGEST_RETRY_AFTER_SECONDS)
  const { signal } = webhook.ended
  webhook.clock.after(seconds * 1000 * webhook.retryScale, () => {
    if (signal.aborted) return
    release(webhook, queue)
    sendReady(webhook)
  })
}

function release(webhook: Webhook, queue: string): void {
  webhook.busy.delete(queue)
  if (webhook.updates.queues.has(queue)) webhook.ready.add(queue)
}

async function send(hook: Hook, update: Update, ended: AbortSignal): Promise<Answer> {
  const secret = hook.secret && { 'x-telegram-bot-api-secret-token': hook.secret }
  try {
    const posted = await post(hook.url, {
      headers: { 'content-type': 'application/json', ...secret },
      body: JSON.stringify(update),
      signal: AbortSignal.any([ended, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
    })
    return answerOf(posted)
  } catch (error) {
    return { isTaken: false, message: reasonOf(error), body: '' }
  }
}

function answerOf({ status, words, retryAfter = '', body }: Posted): Answer {
  const message = `Wrong response from the webhook: ${status} ${words}`
  const asked = /^\d+$/.test(retryAfter) ? { retryAfter: Number(retryAfter) } : {}
  return { isTaken: status >= 200 && status < 300, message, body, ...asked }
}

function reasonOf(error: unknown): string {
  const { code, cause } = Failure.parse(error)
  if (cause?.name === 'TimeoutError') return 'Read timeout expired'
  return code === 'ECONNREFUSED' ? 'Connection refused' : `Connection failed: ${code}`
}

const Failure = z.object({
  code: z.string().catch(''),
  cause: z.object({ name: z.string() }).optional().catch(undefined),
})

/** Methods that a bot may not call in its answer. */
const NOT_IN_ANSWERS = /^(get|setWebhook$|deleteWebhook$|close$|logOut$)/

function callIn(body: string): { method: string; payload: Payload } | undefined {
  if (!body.trimStart().startsWith('{')) return undefined
  try {
    const { method, ...payload } = Reply.parse(JSON.parse(body))
    return NOT_IN_ANSWERS.test(method) ? undefined : { method, payload }
  } catch {
    return undefined
  }
}

const Reply = z.looseObject({ method: z.string() })
