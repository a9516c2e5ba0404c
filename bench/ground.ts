import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { parentPort } from 'node:worker_threads'
import { startDatabase, startQueue } from '../src/entry/embedded.ts'
import { createLine } from '../src/queue/create-line.ts'
import { createLineClient } from '../src/queue/queue.ts'
import { createTable } from '../src/store/create-table.ts'
import { createClient } from '../src/store/store.ts'
import { firstTopic } from './one-case.ts'

/** What was asked of the outside. */
export interface Counted {
  reads: number
  writes: number
  readUnits: number
  writeUnits: number
  telegramCalls: number
  /** What left the account, without the headers of TCP. */
  telegramBytes: number
}

const nothing = (): Counted => ({
  reads: 0,
  writes: 0,
  readUnits: 0,
  writeUnits: 0,
  telegramCalls: 0,
  telegramBytes: 0,
})

/** A request's own headers and its line, about. */
const headerBytes = 250

let counted = nothing()

/** The world outside the function, in a thread of its own so that its work is not taken for the function's. */
async function main() {
  const [database, queue] = await Promise.all([startDatabase(), startQueue()])
  await createTable(createClient({ endpoint: database.endpoint }), 'talks')
  const line = await createLine(createLineClient({ endpoint: queue.endpoint }), 'jobs')
  const environment = {
    TELEGRAM_API_ROOT: await listen(playTelegram()),
    DYNAMODB_ENDPOINT: await listen(countUnits(database.endpoint)),
    TABLE_NAME: 'talks',
    SQS_ENDPOINT: queue.endpoint,
    QUEUE_URL: line.url,
  }
  parentPort?.postMessage(environment)
  parentPort?.on('message', () => {
    parentPort?.postMessage(counted)
    counted = nothing()
  })
}

/** Takes everything and says yes; in a group the bot may do all that a desk needs. */
function playTelegram() {
  let message = 100
  let topic = firstTopic
  const made: Record<string, (given: object) => object> = {
    sendMessage: (given) => ({ ...given, message_id: ++message }),
    copyMessage: () => ({ message_id: ++message }),
    createForumTopic: () => ({ message_thread_id: topic++ }),
    getChat: () => ({ is_forum: true }),
    getChatMember: () => ({ status: 'administrator', user: { first_name: 'Iza' }, ...rights }),
  }
  return createServer(async (request, response) => {
    const given = await text(request)
    counted.telegramCalls++
    counted.telegramBytes += given.length + headerBytes
    const result = made[request.url?.split('/').at(-1) ?? '']?.(JSON.parse(given)) ?? true
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ ok: true, result }))
  })
}

const rights = { can_manage_topics: true, can_delete_messages: true, can_pin_messages: true }

/** Stands before the database and lets it say what each request costs. */
function countUnits(endpoint: string) {
  return createServer(async (request, response) => {
    const asked = { ...JSON.parse(await text(request)), ReturnConsumedCapacity: 'TOTAL' }
    const { host: _, 'content-length': __, ...headers } = request.headers
    const passed = await fetch(endpoint, {
      method: 'POST',
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, `${value}`]),
      body: JSON.stringify(asked),
    })
    const body = await passed.text()
    const { ConsumedCapacity } = JSON.parse(body)
    // A request for several items answers with a list.
    const units = [ConsumedCapacity ?? []].flat().map((one) => Number(one.CapacityUnits))
    count(
      String(headers['x-amz-target']),
      units.reduce((all, one) => all + one, 0),
    )
    response.writeHead(passed.status, { 'content-type': 'application/x-amz-json-1.0' })
    response.end(body)
  })
}

function count(target: string, units: number) {
  const isRead = /Get|Query/.test(target)
  counted[isRead ? 'reads' : 'writes']++
  counted[isRead ? 'readUnits' : 'writeUnits'] += units
}

async function listen(server: Server) {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

await main()
