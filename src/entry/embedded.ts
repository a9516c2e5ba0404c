import { once } from 'node:events'
import dynalite from 'dynalite'
import { startFauxqs } from 'fauxqs'

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
