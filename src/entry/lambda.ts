import { once } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import { text } from 'node:stream/consumers'
import { DeleteMessageCommand, type Message, ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import type { BatchAnswer } from '../queue/batch.ts'
import type { Line } from '../queue/queue.ts'
import type { Call, Reply } from './function-url.ts'

/** A function as Lambda knows it. */
export type Handler<Event, Answer> = (event: Event) => Promise<Answer>

/** Plays a Function URL on this machine: HTTP in, an event of payload version 2.0 to the function, and back. */
export async function serveFunctionUrl(handler: Handler<Call, Reply>) {
  return serve((request, response) => {
    // As Lambda does when the function throws.
    answer(handler, request, response).catch(() => response.writeHead(502).end())
  })
}

async function serve(listener: RequestListener) {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function answer(
  handler: Handler<Call, Reply>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  )
  const body = await text(request)
  const { statusCode, headers: more } = await handler({ headers, body, isBase64Encoded: false })
  response.writeHead(statusCode, more).end()
}

/** The real one takes no more bytes in a call. */
const mostOfCall = 6 * 1024 * 1024

/** Plays the calls of functions by name on this machine, as a client of Lambda makes them and waits for the answer. */
export function serveInvocations(functions: Record<string, Handler<unknown, unknown>>) {
  return serve(async (request, response) => {
    const [status, headers, body] = await invoke(functions, request)
    response.writeHead(status, headers).end(JSON.stringify(body))
  })
}

type Invoked = [status: number, headers: Record<string, string>, body: unknown]

async function invoke(
  functions: Record<string, Handler<unknown, unknown>>,
  request: IncomingMessage,
): Promise<Invoked> {
  const [, name = ''] =
    /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.url ?? '') ?? []
  const event = await text(request)
  const handler = functions[decodeURIComponent(name)]
  if (!handler) return [404, { 'x-amzn-errortype': 'ResourceNotFoundException' }, {}]
  if (event.length > mostOfCall)
    return [413, { 'x-amzn-errortype': 'RequestTooLargeException' }, {}]
  try {
    return [200, {}, await handler(JSON.parse(event))]
  } catch (error) {
    const { name: errorType, message: errorMessage } = error instanceof Error ? error : new Error()
    return [200, { 'x-amz-function-error': 'Unhandled' }, { errorType, errorMessage }]
  }
}

/** Plays Lambda's side of a queue: hands messages over one at a time, and deletes what the function does not give back. */
export async function feedWorker(
  handler: Handler<{ Records: object[] }, BatchAnswer | undefined>,
  { client, url }: Line,
  signal: AbortSignal,
): Promise<void> {
  const request = {
    QueueUrl: url,
    WaitTimeSeconds: 1,
    MessageSystemAttributeNames: ['MessageGroupId' as const],
  }
  while (!signal.aborted) {
    const taken = client.send(new ReceiveMessageCommand(request), { abortSignal: signal })
    const { Messages = [] } = await taken.catch(() => ({ Messages: [] }))
    for (const message of Messages) await handOver(message)
  }

  async function handOver(message: Message) {
    const answered = await handler({ Records: [toRecord(message)] }).catch(() => undefined)
    if (!answered || answered.batchItemFailures.length > 0) return
    const { ReceiptHandle } = message
    await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }))
  }
}

function toRecord({ MessageId, ReceiptHandle, Body, Attributes }: Message) {
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: Attributes ?? {},
    eventSource: 'aws:sqs',
  }
}
