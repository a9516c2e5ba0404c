import { Api } from 'grammy/web'
import { expect, onTestFinished, vi } from 'vitest'
import * as z from 'zod'
import type { Simulator } from '../../src/simulator/start.ts'
import { poll } from '../../src/telegram/polling.ts'
import { newTelegram } from '../simulator/telegram.ts'

const Update = z.object({
  update_id: z.number(),
  message: z.object({ text: z.string() }).optional(),
  callback_query: z.object({ data: z.string() }).optional(),
})

/** A bot that only takes updates by what they say, and refuses or holds some for as long as a test wants. */
export async function newListener() {
  const telegram = await newTelegram()
  const api = new Api(telegram.token, { apiRoot: telegram.url })
  const refused = new Set<string>()
  const held = new Set<string>()
  const tried: string[] = []
  const kept: string[] = []
  const lines: string[] = []
  const ids = new Map<string, number>()
  const atOnce: number[] = []
  let doing = 0
  const deliver = async (raw: unknown) => {
    const { update_id, message, callback_query } = Update.parse(raw)
    const said = message?.text ?? callback_query?.data ?? ''
    ids.set(said, update_id)
    tried.push(said)
    atOnce.push(++doing)
    do await new Promise((resolve) => setImmediate(resolve))
    while (held.has(said))
    doing--
    if (refused.has(said)) return { kept: false as const, seconds: 0.01 }
    kept.push(said)
    return { kept: true as const }
  }
  /** What a story calls help goes first. */
  const rankOf = (raw: unknown) => {
    const { message } = Update.parse(raw)
    return message?.text === 'help' ? ('help' as const) : ('usual' as const)
  }
  const unread: number[] = []
  const refuse = async (raws: unknown[]) => {
    unread.push(raws.length)
    return { kept: true as const }
  }
  let stopping = new AbortController()
  let running = Promise.resolve()
  const start = () => {
    stopping = new AbortController()
    running = poll(
      { api, deliver, rankOf, refuse, log: (...line) => lines.push(JSON.stringify(line)) },
      stopping.signal,
    )
  }
  const stop = () => {
    stopping.abort()
    return running
  }
  onTestFinished(() => stop().catch(() => undefined))
  start()
  return {
    telegram,
    refused,
    held,
    tried,
    kept,
    unread,
    lines,
    ids,
    most: () => Math.max(...atOnce),
    start,
    stop,
    running: () => running,
  }
}

export function until(isSo: () => boolean) {
  return vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 20_000, interval: 2 })
}

/** Up to where the bot has confirmed. */
export function offsets({ calls }: Simulator) {
  return calls.flatMap(({ method, payload }) =>
    method === 'getUpdates' ? [Number(payload.offset ?? 0)] : [],
  )
}
