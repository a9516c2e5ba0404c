import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { type AddressInfo, connect, createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createTable } from '../../src/store/create-table.ts'
import { createClient } from '../../src/store/store.ts'
import type { Table } from '../../src/store/table.ts'

/** Something that speaks DynamoDB on this machine. */
export interface Engine {
  endpoint: string
  stop(): Promise<void>
}

/** Two engines by two authors: what both accept is more likely to be what DynamoDB does. */
export const engines: { name: string; start: () => Promise<Engine>; missing?: string }[] = [
  { name: 'dynalite', start: () => startDatabase() },
  {
    name: 'dynoxide',
    start: startDynoxide,
    ...(!binary() && { missing: '@dynoxide/linux-x64 is not installed on this machine' }),
  },
]

let tables = 0

/** A table of its own, so that no test sees what another one wrote. */
export async function newTable(endpoint: string, now: () => Date): Promise<Table> {
  const client = createClient({ endpoint })
  const name = `table-${process.pid}-${++tables}`
  await createTable(client, name)
  return { client, name, idKey: 'a key for tests only', now }
}

/** Every item as it is stored. */
export async function scan({ client, name }: Table): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name }))
  return Items
}

async function startDynoxide(): Promise<Engine> {
  const port = await freePort()
  const child = spawn(binary() ?? '', ['--port', String(port)], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  await answers(port)
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill()
      await ended
    },
  }
}

/** An optional package: there is one for Linux only. */
function binary(): string | undefined {
  try {
    const found = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')
    return join(dirname(found), 'dynoxide')
  } catch {
    return undefined
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function answers(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const isOpen = await once(socket, 'connect').catch(() => undefined)
    socket.destroy()
    if (isOpen) return
    await sleep(10)
  }
}
