import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'

/** A register played by us: the paths that are its own, and what it answers to them. */
export interface StandIn {
  /** As in `REGISTER_<ID>_URL`. */
  id: string
  path: RegExp
  answer: (question: Question) => Reply
}

export interface Question {
  method: string
  /** The path with its query. */
  url: URL
  body: string
  headers: IncomingMessage['headers']
}

/** `body` is sent as JSON; undefined sends nothing. */
export interface Reply {
  status: number
  body?: unknown
}

/** How a register can be: well, or in one of the troubles that real ones have. */
export const moods = [
  'well',
  'slow',
  'throttled',
  'down',
  'html',
  'moved',
  'huge',
  'broken',
  'changed',
] as const
export type Mood = (typeof moods)[number]

/** All the registers on one port: their paths differ, so one base URL serves for every `REGISTER_<ID>_URL`. */
export async function startStandIns(standIns: StandIn[], port = 0) {
  const mood = new Map<string, Mood>()
  const asked: { id: string; path: string }[] = []
  const stopping = new AbortController()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const standIn = standIns.find(({ path }) => path.test(url.pathname))
    if (!standIn) return send(response, { status: 404, body: { error: 'no such register' } })
    asked.push({ id: standIn.id, path: url.pathname + url.search })
    void play(standIn, mood.get(standIn.id) ?? 'well', {
      request,
      response,
      url,
      signal: stopping.signal,
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    /** What was asked, oldest first. */
    asked,
    /** Puts a register, or all of them, into a mood. */
    be: (next: Mood, id?: string) => {
      for (const one of id ? [id] : standIns.map((standIn) => standIn.id)) mood.set(one, next)
    },
    stop: async () => {
      stopping.abort()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
export type StandIns = Awaited<ReturnType<typeof startStandIns>>

interface Scene {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  signal: AbortSignal
}

async function play(standIn: StandIn, mood: Mood, { request, response, url, signal }: Scene) {
  const { method = 'GET', headers } = request
  const body = await text(request)
  if (mood === 'slow') await sleep(30_000, undefined, { signal }).catch(() => undefined)
  const trouble = troubles[mood]
  if (trouble) return trouble(response)
  const answer = standIn.answer({ method, url, body, headers })
  if (mood === 'huge') return sendHuge(response, answer)
  send(response, answer)
}

const troubles: Partial<Record<Mood, (response: ServerResponse) => void>> = {
  throttled: (response) => send(response, { status: 429, body: { message: 'too many requests' } }),
  down: (response) => send(response, { status: 503, body: { message: 'unavailable' } }),
  html: (response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Przerwa techniczna</title><p>Przerwa techniczna</p>')
  },
  moved: (response) => {
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' })
    response.end()
  },
  broken: (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    response.write('{"result":')
    setImmediate(() => response.destroy())
  },
  changed: (response) => send(response, { status: 200, body: { data: { somethingNew: true } } }),
}

function send(response: ServerResponse, { status, body }: Reply) {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

/** Nothing is wrong with it but its length: blanks may stand behind any JSON. */
function sendHuge(response: ServerResponse, { body = {} }: Reply) {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body) + ' '.repeat(30_000_000))
}

function portOf(server: Server) {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the stand-ins have no address')
  return address.port
}
