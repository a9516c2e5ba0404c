import { createHash, timingSafeEqual } from 'node:crypto'
import type { Log, World } from '../app/ports/world.ts'
import { deliver } from './deliver.ts'

/** A call of the Function URL, as far as we read it (payload version 2.0). */
export interface Call {
  headers: Record<string, string | undefined>
  body?: string | undefined
  isBase64Encoded?: boolean
}

export interface Reply {
  statusCode: number
  headers?: Record<string, string>
}

/** AWS writes every header's name in small letters. */
const header = 'x-telegram-bot-api-secret-token'

/** Telegram's own updates stay far below; the longest message has 4096 letters. */
const mostLetters = 256 * 1024

/** A flood of strangers must not become a flood of log lines, which cost more than the answers. */
const refusedEach = 100

/**
 * Answers Telegram: 200 only when the update is kept, otherwise come again. Whoever does not know the secret learns
 * nothing and costs nothing: nothing is parsed, nothing asked of the database.
 */
export function createGate(world: World, secrets: string[]): (call: Call) => Promise<Reply> {
  const known = secrets.map(digest)
  const countRefused = refusalCounter(world.log)
  return async (call) => {
    if (!isKnown(known, call.headers[header])) {
      countRefused()
      return { statusCode: 401 }
    }
    // What cannot be read would come again for a day and hold up its chat, so it counts as taken.
    const update = readBody(call)
    if (update === undefined) world.log('unreadable')
    const delivered = await deliver(world, update)
    if (delivered.kept) return { statusCode: 200 }
    const seconds = Math.max(1, Math.ceil(delivered.seconds))
    return { statusCode: 503, headers: { 'retry-after': String(seconds) } }
  }
}

/** Takes as long for a wrong secret as for the right one, whatever it begins with and however long it is. */
function isKnown(known: Buffer[], given = ''): boolean {
  const digested = digest(given)
  return known.map((one) => timingSafeEqual(one, digested)).includes(true)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Says the first, and then every hundred how many more there were. */
function refusalCounter(log: Log) {
  let count = 0
  return () => {
    if (count % refusedEach === 0) log('refused', { more: count === 0 ? 1 : refusedEach })
    count++
  }
}

function readBody({ body = '', isBase64Encoded = false }: Call): unknown {
  if (body.length > mostLetters) return undefined
  try {
    return JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body)
  } catch {
    return undefined
  }
}
