import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import dynalite from 'dynalite'

/** A DynamoDB in this process, in memory or kept in a folder. */
export async function startDatabase(
  folder?: string,
): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const server = dynalite({ createTableMs: 0, ...(folder && { path: folder }) })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve, reject) =>
        server.close((error) => (error ? reject(error) : resolve())),
      ),
  }
}
