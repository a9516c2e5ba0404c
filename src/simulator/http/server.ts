import { createServer, type Server, type ServerResponse } from 'node:http'
import { answerOfError, call } from '../methods/api.ts'
import { readPayload } from '../wire/payload.ts'
import { Refusal } from '../wire/refusal.ts'
import type { World } from '../world.ts'
import { CONTROL_ROUTES } from './control-routes.ts'
import { serveEvents } from './events.ts'
import { serveDownload, servePicture } from './files.ts'
import { GROUP_ROUTES } from './group-routes.ts'
import { GROUP_TALK_ROUTES } from './group-talk-routes.ts'
import { INLINE_ROUTES } from './inline-routes.ts'
import { servePage } from './page.ts'
import { PEOPLE_ROUTES } from './people-routes.ts'
import { serveRoutes } from './routes.ts'
import { checkLocal, sendAnswer, type Visit } from './visit.ts'

const ROUTES = [
  ...PEOPLE_ROUTES,
  ...GROUP_ROUTES,
  ...GROUP_TALK_ROUTES,
  ...INLINE_ROUTES,
  ...CONTROL_ROUTES,
]

export interface Serving {
  /** Also the web page. */
  page: boolean
  /** Bound to this machine only, so nobody else has any business here. */
  isLocal: boolean
}

export function newServer(world: World, serving: Serving): Server {
  return createServer((request, response) => {
    const url = URL.parse(request.url ?? '/', 'http://simulator')
    const visit = { request, response, url: url ?? new URL('http://simulator/unreadable') }
    serve(world, serving, visit).catch((error) => sendError(response, error))
  })
}

async function serve(world: World, serving: Serving, visit: Visit): Promise<void> {
  if (serving.isLocal) checkLocal(visit)
  const path = visit.url.pathname.replaceAll('%3A', ':')
  const [, token, method] = /^\/bot([^/]*)\/([^/]*)$/.exec(path) ?? []
  if (token !== undefined && method !== undefined) {
    if (token !== world.token) throw new Refusal(401, 'Unauthorized')
    return serveBot(world, visit, method)
  }
  const [, owner, file] = /^\/file\/bot([^/]*)\/(.+)$/.exec(path) ?? []
  if (owner !== undefined && file !== undefined) {
    if (owner !== world.token) throw new Refusal(401, 'Unauthorized')
    return serveDownload(world, visit, file)
  }
  const picture = /^\/pictures\/([\w-]+)$/.exec(path)?.[1]
  if (picture !== undefined) return servePicture(world, visit, picture)
  if (path === '/events') return serveEvents(world, visit.response)
  if (await serveRoutes(world, ROUTES, visit)) return
  if (!serving.page) throw new Refusal(404, 'Not Found')
  await servePage(visit)
}

async function serveBot(world: World, visit: Visit, method: string): Promise<void> {
  const { request, response, url } = visit
  const shape = world.shapes.methods.get(method)
  if (!shape) throw new Refusal(404, 'Not Found')
  const payload = await readPayload(request, url.searchParams, shape)
  const answer = await call(world, { method, payload, signal: hangUp(response) })
  if (answer) sendAnswer(response, answer)
  else request.socket.destroy()
}

/** Aborted when the connection closes before the answer was sent. */
function hangUp(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => controller.abort('hung up'))
  return controller.signal
}

function sendError(response: ServerResponse, error: unknown): void {
  sendAnswer(response, answerOfError(error))
}
