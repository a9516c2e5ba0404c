import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import dynalite from 'dynalite'
import { startFauxqs } from 'fauxqs'
import * as z from 'zod'

/** A DynamoDB in this process, in memory or kept in a folder. */
export async function startDatabase(
  folder?: string,
): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const server = dynalite({ createTableMs: 0, ...(folder && { path: folder }) })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the database has no address')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve, reject) =>
        server.close((error) => (error ? reject(error) : resolve())),
      ),
  }
}

/** An SQS in this process, in memory or kept in a folder. */
export async function startQueue(
  folder?: string,
): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const server = await onThisMachine(() =>
    startFauxqs({ port: 0, logger: false, ...(folder && { dataDir: folder }) }),
  )
  return { endpoint: `http://127.0.0.1:${server.port}`, stop: () => server.stop() }
}

const Made = z.object({ fastify: z.custom<{ listen(where: object): Promise<string> }>() })

/** Fauxqs serves every address of the machine, whatever host it is told; its jobs are nobody else's business. */
function onThisMachine<Served>(start: () => Promise<Served>): Promise<Served> {
  const narrow = (made: unknown) => {
    const { fastify } = Made.parse(made)
    const listen = fastify.listen.bind(fastify)
    fastify.listen = (where) => listen({ ...where, host: '127.0.0.1' })
  }
  subscribe('fastify.initialization', narrow)
  try {
    return start()
  } finally {
    unsubscribe('fastify.initialization', narrow)
  }
}

const Asked = z.union([
  z.object({ Path: z.string(), NextToken: z.coerce.number().default(0) }),
  z.object({ Name: z.string(), Value: z.string(), Overwrite: z.boolean().default(false) }),
])

/** The real one gives no more on a page. */
const fullPage = 10

/**
 * As much of a Parameter Store as we ask: everything that lies below a path, and to keep one more. The first pages may hold fewer
 * than a full one, even nothing, as the real one's may.
 */
export async function startParameters(
  values: Record<string, string>,
  firstPages: number[] = [],
): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const pageOf = (path: string, page: number) => {
    const sizes = Array.from({ length: page + 1 }, (_, index) => firstPages[index] ?? fullPage)
    const end = sizes.reduce((sum, size) => sum + size)
    const all = Object.entries(values).filter(([name]) => name.startsWith(`${path}/`))
    const found = all.slice(end - (sizes.at(-1) ?? 0), end)
    const Parameters = found.map(([Name, Value]) => ({ Name, Value, Type: 'SecureString' }))
    return { Parameters, ...(end < all.length && { NextToken: `${page + 1}` }) }
  }
  const server = createServer(async (request, response) => {
    const asked = Asked.parse(await json(request))
    const isRefused = 'Value' in asked && !asked.Overwrite && asked.Name in values
    response.writeHead(isRefused ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
    if (isRefused) return response.end(JSON.stringify({ __type: 'ParameterAlreadyExists' }))
    if ('Path' in asked) return response.end(JSON.stringify(pageOf(asked.Path, asked.NextToken)))
    values[asked.Name] = asked.Value
    return response.end(JSON.stringify({ Version: 1 }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the parameters have no address')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
