import { once } from 'node:events'
import { createServer, request as pass } from 'node:http'
import { onTestFinished } from 'vitest'

/**
 * Stands between a store and the engine until the test is over, and knows each operation that was done. Where its answer is lost
 * the line breaks instead.
 */
export async function newLine(engine: string, isLost: (operation: string) => boolean) {
  const done: string[] = []
  const server = createServer((request, response) => {
    const { method, headers } = request
    const operation = String(headers['x-amz-target']).split('.')[1] ?? ''
    const passed = pass(engine, { method, headers }, (answer) => {
      done.push(operation)
      if (isLost(operation)) {
        answer.resume().on('end', () => response.destroy())
        return
      }
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    })
    request.pipe(passed)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { endpoint: `http://127.0.0.1:${port}`, done }
}
