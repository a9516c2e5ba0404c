import * as http from 'node:http'
import * as https from 'node:https'

export interface Posted {
  status: number
  /** The status in words, as the other side put it. */
  words: string
  retryAfter: string | undefined
  body: string
}

/** Posts JSON. Half as dear as fetch, so that a benchmark measures the bot and not this. */
export function post(
  url: string,
  { headers, body, signal }: { headers: Record<string, string>; body: string; signal: AbortSignal },
): Promise<Posted> {
  const { request } = url.startsWith('https:') ? https : http
  return new Promise((resolve, reject) => {
    const length = { 'content-length': Buffer.byteLength(body) }
    const posting = request(url, { method: 'POST', headers: { ...headers, ...length }, signal })
    posting.once('error', reject)
    posting.once('response', (response) => read(response).then(resolve, reject))
    posting.end(body)
  })
}

async function read(response: http.IncomingMessage): Promise<Posted> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  const { statusCode: status = 0, statusMessage: words = '', headers } = response
  return {
    status,
    words,
    retryAfter: headers['retry-after'],
    body: Buffer.concat(chunks).toString(),
  }
}
