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
  const server = await startFauxqs({
    port: 0,
    host: '127.0.0.1',
    logger: false,
    ...(folder && { dataDir: folder }),
  })
  return { endpoint: `http://127.0.0.1:${server.port}`, stop: () => server.stop() }
}

const Asked = z.union([
  z.object({ Path: z.string() }),
  z.object({ Name: z.string(), Value: z.string() }),
])

/** As much of a Parameter Store as we ask: everything that lies below a path, and to keep one more. */
export async function startParameters(
  values: Record<string, string>,
): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const asked = Asked.parse(await json(request))
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
    if ('Value' in asked) {
      values[asked.Name] = asked.Value
      return response.end(JSON.stringify({ Version: 1 }))
    }
    const found = Object.entries(values).filter(([name]) => name.startsWith(`${asked.Path}/`))
    const Parameters = found.map(([Name, Value]) => ({ Name, Value, Type: 'SecureString' }))
    return response.end(JSON.stringify({ Parameters }))
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
