import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from '../methods/api.ts'
import { Refusal } from '../wire/refusal.ts'

/** One HTTP request with the means to answer it. */
export interface Visit {
  request: IncomingMessage
  response: ServerResponse
  url: URL
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

/** How long to wait stands in a header too (tdlib/telegram-bot-api HttpConnection.cpp). */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  const seconds = answer.ok ? undefined : answer.parameters?.retry_after
  if (seconds && !response.headersSent) response.setHeader('retry-after', seconds)
  sendJson(response, answer.ok ? 200 : answer.error_code, answer)
}

/** Of no type unless one is told, and no browser may guess at it. */
export function sendBytes(
  response: ServerResponse,
  bytes: Uint8Array,
  type = 'application/octet-stream',
): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(200, {
    'content-type': type,
    'content-length': bytes.length,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  response.end(bytes)
}

/**
 * Keeps strange web sites out: one whose name points here (DNS rebinding), one that posts here, and one that loads anything of
 * ours but the page, since a bot's methods act on GET too. Programs say no more than the host.
 */
export function checkLocal({ request: { headers }, url: { pathname } }: Visit): void {
  const { host = '', origin, 'sec-fetch-site': site } = headers
  if (!isLoopback(`http://${host}`)) throw new Refusal(403, 'Forbidden: only for this machine')
  const isOurs =
    origin === undefined ? site !== 'cross-site' || pathname === '/' : isLoopback(origin)
  if (!isOurs) throw new Refusal(403, 'Forbidden: not from another site')
}

export function isLoopback(address: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(URL.parse(address)?.hostname ?? '')
}
