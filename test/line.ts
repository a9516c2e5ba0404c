import { request as pass } from 'node:http'
import { newServer } from './server.ts'

/**
 * Stands before an AWS service until the test is over, and knows each operation that was done. Where its answer is lost the line
 * breaks instead.
 */
export async function newLine(service: string, isLost: (operation: string) => boolean) {
  const done: string[] = []
  const endpoint = await newServer((response, request) => {
    const { method, headers } = request
    const operation = String(headers['x-amz-target']).split('.')[1] ?? ''
    const passed = pass(service, { method, headers }, (answer) => {
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
  return { endpoint, done }
}
