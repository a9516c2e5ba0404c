import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
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
