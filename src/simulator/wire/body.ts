import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { badRequest, Refusal } from './refusal.ts'

const LARGEST_BODY = 1024 * 1024
/** Far more than the Bot API needs, and little enough to be written out again. */
const DEEPEST = 100

export async function readBody(
  request: IncomingMessage,
  most = LARGEST_BODY,
): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    // Too much is still read to its end, else the sender would never see the answer.
    if (size <= most) chunks.push(chunk)
  }
  if (size > most) throw new Refusal(413, 'Request Entity Too Large')
  return Buffer.concat(chunks)
}

/** The JSON object in a body; an empty body is an empty object. */
export function jsonObject(body: Buffer): Record<string, unknown> {
  const value = body.length === 0 ? {} : parseJson(body)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('the JSON body must be an object')
  }
  if (isDeeper(value, DEEPEST)) throw badRequest('the JSON body is nested too deeply')
  return { ...value }
}

function isDeeper(value: object, levels: number): boolean {
  if (levels === 0) return true
  return Object.values(value).some((inner) => {
    return typeof inner === 'object' && inner !== null && isDeeper(inner, levels - 1)
  })
}

function parseJson(body: Buffer): unknown {
  if (!isUtf8(body)) throw badRequest('strings must be encoded in UTF-8')
  try {
    return JSON.parse(body.toString())
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw badRequest(`can't parse the JSON body: ${reason}`)
  }
}
