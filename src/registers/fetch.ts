import type * as z from 'zod'
import { Unavailable } from '../app/trouble.ts'

/** Where a register is reached, and what may come back from there. */
export interface Site {
  /** Scheme, host and port: the register's own, or those of a stand-in on this machine. */
  base: string
  /** Bytes; more is cut off and counts as changed. */
  mostBytes?: number
}

export interface Request {
  path: string
  signal: AbortSignal
  headers?: Record<string, string>
  /** JSON to post; without it the request is a GET. */
  body?: unknown
}

/** A status that the register's documents give a meaning, with its JSON if there is one. */
export interface Reply {
  status: number
  body: unknown
}

/** Registers answer with some kilobytes; ORLEN's 236 bank accounts fit too. */
const mostBytes = 1_000_000

const userAgent = 'before-you-go/0.1 (prevention bot for jobseekers)'

/**
 * One request to a register. Follows no redirect, reads no more than it may, and takes nothing but JSON.
 * Throws Unavailable: slow, throttled (429), down (5xx, no connection, a page instead of JSON), changed (too long).
 */
export async function ask(site: Site, { path, signal, headers, body }: Request): Promise<Reply> {
  const response = await reach(new URL(site.base + path), {
    signal,
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      'user-agent': userAgent,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })
  const { status } = response
  if (status === 429) throw await leave(response, 'throttled')
  if (status >= 500 || (status >= 300 && status < 400)) throw await leave(response, 'down')
  const text = await read(response, site.mostBytes ?? mostBytes)
  return { status, body: text.trim() === '' ? undefined : toJson(text) }
}

/** The body in the shape that we know, or Unavailable because the register changed it. */
export function shaped<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new Unavailable('changed')
  return parsed.data
}

async function reach(url: URL, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request)
  } catch (error) {
    throw new Unavailable(isTimeout(error) ? 'slow' : 'down')
  }
}

async function leave(response: Response, reason: 'throttled' | 'down') {
  await response.body?.cancel().catch(() => undefined)
  return new Unavailable(reason)
}

async function read({ body }: Response, most: number): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    for await (const chunk of body ?? []) {
      bytes += chunk.length
      if (bytes > most) throw new Unavailable('changed')
      text += decoder.decode(chunk, { stream: true })
    }
  } catch (error) {
    if (error instanceof Unavailable) throw error
    throw new Unavailable(isTimeout(error) ? 'slow' : 'down')
  }
  return text + decoder.decode()
}

/** A page of a gateway or "technical break" comes where JSON is promised. */
function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Unavailable('down')
  }
}

function isTimeout(error: unknown) {
  return error instanceof Error && /^(Timeout|Abort)Error$/.test(error.name)
}
