import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

export type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** The address of somebody who answers every request like this, until the test is over. */
export async function newServer(answer: Answer): Promise<string> {
  const server = createServer((request, response) => {
    answer(response, request)
    request.resume()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

/** This process does nothing else for so many milliseconds. */
export function block(ms: number): void {
  const until = Date.now() + ms
  while (Date.now() < until);
}
