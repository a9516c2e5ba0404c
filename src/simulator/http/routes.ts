import type { IncomingMessage } from 'node:http'
import * as z from 'zod'
import { jsonObject, readBody } from '../wire/body.ts'
import { Refusal } from '../wire/refusal.ts'
import type { World } from '../world.ts'
import { sendJson, type Visit } from './visit.ts'

/** What somebody asks of one route: the numbers in the path, the query and the body. */
export interface Asked<T> {
  id: number
  query: URLSearchParams
  body: T
}

export interface Route {
  verb: string
  path: RegExp
  /** Takes so many bytes as they are, instead of JSON. */
  mostBytes?: number
  run: (world: World, asked: Asked<Record<string, unknown>>) => unknown
}

/** A route such as `POST /people/:id/send` with the fields of its body. */
export function route<T>(
  address: string,
  body: z.ZodType<T>,
  run: (world: World, asked: Asked<T>) => unknown,
): Route {
  const [verb = '', path = ''] = address.split(' ')
  return {
    verb,
    path: new RegExp(`^${path.replace(':id', '(?<id>-?\\d{1,16})')}$`),
    run: (world, asked) => run(world, { ...asked, body: read(body, asked.body) }),
  }
}

/** A route whose body is a file of at most so many bytes; its fields stand in the query. */
export function fileRoute<T>(
  address: string,
  { most, query }: { most: number; query: z.ZodType<T> },
  run: (world: World, asked: Asked<T & { bytes: Uint8Array }>) => unknown,
): Route {
  const body = z.object({ bytes: z.instanceof(Uint8Array) })
  const made = route(address, body, (world, asked) => {
    const fields = read(query, Object.fromEntries(asked.query))
    return run(world, { ...asked, body: { ...fields, ...asked.body } })
  })
  return { ...made, mostBytes: most }
}

/** Answers with the first route that fits; false if none does. */
export async function serveRoutes(world: World, routes: Route[], visit: Visit): Promise<boolean> {
  const { request, response, url } = visit
  for (const { verb, path, run, mostBytes } of routes) {
    const match = request.method === verb ? path.exec(url.pathname) : null
    if (!match) continue
    const body = verb === 'POST' ? await bodyOf(request, mostBytes) : {}
    const id = Number(match.groups?.id)
    const result = await run(world, { id, query: url.searchParams, body })
    if (result === undefined) response.writeHead(204).end()
    else sendJson(response, 200, result)
    return true
  }
  return false
}

async function bodyOf(request: IncomingMessage, mostBytes?: number) {
  if (mostBytes === undefined) return jsonObject(await readBody(request))
  return { bytes: await readBody(request, mostBytes) }
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw new Refusal(400, z.prettifyError(result.error))
}
